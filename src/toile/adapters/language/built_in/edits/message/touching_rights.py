"""Whether a message has any word that a refusal could turn on: a body, a name, an age, a right."""

from toile.adapters.language.built_in.flags.alteration_words import alone_of, group_of, stirring
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.wish_words import wish_data

_KINDS = (
    "young", "famous", "copy", "photo", "mark", "round_right", "round_unasked", "round_anyway",
    "round_denied",
)  # fmt: skip
_PARTS = ("body", "soft", "feature", "mark", "teeth", "face", "skin", "model")
_LEAN = ("lean", "younger", "pale", "older", "age", "bare", "undress", "slim")
_PERSON = ("reshape_person", "retone_person", "toned", "retone_verb", "age_verb")
_OTHERS = ("minors.kin", "minors.boys", "minors.girls", "kin.words")
_AGES = range(10, 18)


def touches_rights(page: Page, people: frozenset[str], start: int, end: int) -> bool:
    """Whether any word of a stretch could be part of a refusal; else it needs no second look."""
    places = range(start, end)
    if page.has(start, end, *_KINDS) or any(_is_telling(page, p, start, people) for p in places):
        return True
    whose = any(page.form(place) in people for place in places)
    spoken = {"en", *page.languages}
    return any(_alters(page, start, end, language, whose=whose) for language in spoken)


def _is_telling(page: Page, place: int, start: int, people: frozenset[str]) -> bool:
    """Whether a word is a name nobody here has, somebody's child, or an age."""
    token = page.tokens[place]
    if token.text.isdecimal():
        return int(token.text) in _AGES and ":" not in (page.form(place - 1), page.form(place + 1))
    if any(token.form in word_set(name) for name in _OTHERS) or token.form in first_names():
        return token.form not in people
    named = token.is_name and not page.at[place] and place > start
    return named and token.form not in people | word_set("names.common")


def _alters(page: Page, start: int, end: int, language: str, *, whose: bool) -> bool:
    """Whether a stretch changes something, and speaks of a body or of somebody."""
    if not stirring(language).begins(page, start, end):
        return False

    def said(*names: str) -> bool:
        return bool(group_of(language, *names).within(page, start, end))

    wished = any(alone_of(language, code).within(page, start, end) for code in wish_data()["whys"])
    return wished or said(*_PARTS, *_LEAN) or ((whose or said("person")) and said(*_PERSON))

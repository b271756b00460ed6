"""People who are no twins: known by name, or somebody with a first and a last name."""

from functools import cache

from rapidfuzz.distance import OSA

from toile.adapters.language.built_in.text.lexicon import read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.tokens import Token, fold, tokenise

_THINGS = ("g", "h", "b", "j", "p", "s", "c", "m", "col", "noun", "light", "set")


@cache
def _full_names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the known names as words, by their length and first letter."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in read_table("known_people")[0][0].split(","):
        words = tuple(token.form for token in tokenise(name) if token.is_word)
        if len(words) > 1:
            found.setdefault(words[0][0], []).append(words)
    return {letter: tuple(names) for letter, names in found.items()}


@cache
def _single_names() -> frozenset[str]:
    return frozenset(fold(name) for name in read_table("known_people")[0][1].split(","))


@cache
def first_names() -> frozenset[str]:
    """Return common first names, folded."""
    return frozenset(fold(name) for row in read_table("first_names") for name in row[0].split())


def is_first_name(token: Token) -> bool:
    """Whether a word with a capital is a common first name, also in "Ines's" and "Amaras"."""
    return token.is_name and bool({token.form, token.form.removesuffix("s")} & first_names())


def known_person(page: Page, start: int, end: int, people: frozenset[str]) -> tuple[int, int]:
    """Return the tokens of a well-known name, typing errors forgiven; (0, 0) for none."""
    for place in range(start, end):
        token = page.tokens[place]
        if not token.is_word or token.form in people:
            continue
        for words in _full_names().get(token.form[0], ()):
            if place + len(words) <= end and _is_written(page, place, words):
                return place, place + len(words)
        # A surname alone is a word of the language more often than a person, unless it is rare.
        names = {token.form, token.form.removesuffix("s")}
        if names & _single_names() and not page.at[place].keys() & set(_THINGS):
            return place, place + 1
    return 0, 0


_MOST_SLIPS = 2


def _is_written(page: Page, place: int, words: tuple[str, ...]) -> bool:
    slips = 0
    for step, word in enumerate(words):
        form = page.form(place + step)
        if form != word:
            far = len(word) <= 4 or abs(len(form) - len(word)) > _MOST_SLIPS
            slips += 9 if far else OSA.distance(form, word)
            if slips > _MOST_SLIPS:
                return False
    return slips <= (1 if sum(map(len, words)) < 12 else 2)


def stranger(page: Page, start: int, end: int, people: frozenset[str]) -> tuple[int, int]:
    """Return the tokens of somebody with first and last name whom nobody here knows."""
    small = function_words()
    for place in range(start, end - 1):
        one, two = page.tokens[place], page.tokens[place + 1]
        if not (one.is_name and two.is_name and one.is_word and two.is_word):
            continue
        if one.form in people or one.form in small or two.start - one.end != 1:
            continue
        thing = page.first(place + 2, "g", "h", "b", "j", "p", "noun") if place + 2 < end else None
        led = page.form(place - 1) in word_set("known_people.article")
        if one.form in first_names() and thing is None and not led:
            return place, place + 2
    return 0, 0

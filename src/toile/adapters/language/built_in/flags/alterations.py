"""Wishes to change a person's body, face, skin or age, told from words about clothes and light.

A wish is a change that takes a part of a person, or the person, as its object: between the two
stand only small words and names. The words, by language: ``data/language/alterations.yaml``.
"""

from collections.abc import Iterator

from toile.adapters.language.built_in.flags.alteration_clauses import Reading
from toile.adapters.language.built_in.flags.alteration_words import Code, all_wishes, group_of
from toile.adapters.language.built_in.flags.cut_effects import is_of_a_cut
from toile.adapters.language.built_in.flags.unnamed_bodies import unnamed
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import inside
from toile.adapters.language.built_in.text.wish_words import wish_data
from toile.adapters.language.built_in.text.word_groups import Stretch
from toile.domain.brief import Flag

_BREAKS = frozenset(",;:()[]–—!?")
_STOPS = _BREAKS | {".", "\n"}
_GOES_ON = frozenset("?,;")
_SEMICOLON = frozenset(";")  # "The corset slims her waist; make it slimmer still".
_SURE = 160


def _spoken(page: Page) -> tuple[str, ...]:
    """Return the languages to read: all of them where a text is too short to be sure of its own."""
    return LANGUAGES if len(page.text) < _SURE else tuple({"en", *page.languages})


def alterations(
    page: Page,
    segment: Segment,
    negations: list[Stretch],
    people: frozenset[str] = frozenset(),
    *,
    chosen: bool = False,
) -> list[tuple[int, Flag]]:
    """Return the flags of one segment, each with the token of the wish.

    ``people`` are folded first names that may stand between a change and its object; ``chosen``
    says that whoever is spoken of is in the pictures already, and not being looked for.
    """
    found: dict[str, tuple[int, Flag]] = {}
    questions: list[tuple[int, Flag]] = []
    quote = page.words(segment.start, segment.end)
    stretches = list(_clauses(page, segment))
    said = _clause_before(page, segment, _GOES_ON if chosen else _SEMICOLON)
    for before, (start, end) in zip([said, *stretches], stretches, strict=False):
        for code, place in _told(page, before, (start, end), people, chosen=chosen):
            dressed = code == "NUDITY" and page.form(place - 1) in word_set("alterations.no")
            if not dressed and not inside(place, negations):
                flag = Flag(code=code, action="refuse", why=wish_data()["whys"][code], quote=quote)
                found.setdefault(code, (place, flag))
                if before == said and _asks_of_a_part(page, said):
                    questions.append((said[0], flag))
    return [*found.values(), *questions[:1]]


def _clauses(page: Page, segment: Segment) -> Iterator[Stretch]:
    """Yield the clauses of a segment, without those in which nobody does a thing."""
    start = segment.start
    for place in range(segment.start, segment.end + 1):
        if place == segment.end or page.tokens[place].text in _BREAKS:
            forms = {page.form(p) for p in range(start, place)}
            if forms and not forms & word_set("alterations.nobody"):
                yield start, place
            start = place + 1


def _clause_before(page: Page, segment: Segment, signs: frozenset[str]) -> Stretch:
    """Return the clause that a segment goes on from: "is her skin dark? make it lighter"."""
    end = segment.start
    while end > 0 and page.tokens[end - 1].text == "\n":
        end -= 1
    if end < 1 or page.tokens[end - 1].text not in signs:
        return 0, 0
    start = end - 1
    while start > 0 and page.tokens[start - 1].text not in _STOPS:
        start -= 1
    return start, end - 1


def _asks_of_a_part(page: Page, said: Stretch) -> bool:
    """Whether a clause is a question about a part of somebody, and no change by itself."""
    parts = ("skin", "body", "feature", "soft")
    asked = page.tokens[said[1]].text == "?"
    return asked and any(group_of(lang, *parts).within(page, *said) for lang in _spoken(page))


def _is_edited(page: Page, place: int) -> bool:
    """Whether the next clause only tells the retoucher to: "slims her waist; retouch so"."""
    here = place + 1
    while page.form(here) in word_set("alterations.so") | word_set("alterations.retouch"):
        here += 1
    words = {page.form(p) for p in range(place + 1, here)}
    ends = here >= len(page.tokens) or not page.tokens[here].is_word
    return ends and not words.isdisjoint(word_set("alterations.retouch"))


def _told(
    page: Page, before: Stretch, clause: Stretch, people: frozenset[str], *, chosen: bool
) -> Iterator[tuple[Code, int]]:
    for language in _spoken(page):
        edited = _is_edited(page, clause[1])
        reading = Reading(page, *clause, language, people, chosen, edited)
        earlier = Reading(page, *before, language, people, chosen)
        if not (reading.may_wish or earlier.may_wish):
            continue
        for wish in all_wishes():
            if not (reading.changes(wish) or earlier.changes(wish)):
                continue
            if not (reading.parts(wish) or earlier.parts(wish)):
                continue
            if wish.part == "person" and reading.is_of(earlier):
                continue
            told = (place for place, _ in reading.objects(wish))
            yield from ((wish.code, p) for p in told if not is_of_a_cut(reading, earlier, p))
            yield from ((wish.code, place) for place, _ in reading.carried(wish, earlier))
        yield from unnamed(reading)
        for code in wish_data()["whys"]:
            yield from ((code, place) for place, _ in reading.alone(code))

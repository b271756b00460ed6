"""Counted heads of lists: "two styles, the Otto …", "three washes: …", "four new jumpers - …".

A head counts what follows, so that the list can be trusted: as many items, or none of it is read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from toile.adapters.language.built_in.goods.product_lists import KINDS
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_ADJECTIVES = 3
_TAIL = 9
_MOST = 12
_OPENS = (":", "(", ",", "-", "–", "—")
_STOPS = ("media", "people", "role")


@dataclass(frozen=True, slots=True)
class Head:
    """A count and what it counts: ``kind`` is "thing" or "colour", ``noun`` the good if named.

    The list opens at token ``opens``; ``start`` and ``end`` are the tokens of the head itself.
    """

    kind: str
    count: int
    start: int
    end: int
    opens: int
    noun: str = ""
    said: str = ""


def heads(page: Page, segment: Segment) -> Iterator[Head]:
    """Yield the counted heads of a segment, each with every place where its list may open."""
    for place in range(segment.start, segment.end):
        counted = count_at(page, place)
        if counted and 1 < counted[0] <= _MOST and counted[1] < segment.end:
            yield from _at(page, place, *counted, segment)
    yield from _counted_behind(page, segment)


def _counted_behind(page: Page, segment: Segment) -> Iterator[Head]:
    """Yield the head of "Gowns (5): Iris, Juno, ...", its count in brackets behind it."""
    for goods in page.spans(segment.start, segment.end, *KINDS):
        counted = count_at(page, goods.end + 1) if page.form(goods.end) == "(" else None
        if counted is None or [page.form(counted[1]), page.form(counted[1] + 1)] != [")", ":"]:
            continue
        said = page.words(goods.start, goods.end) if page.languages[0] == "en" else ""
        opens = counted[1] + 2
        if 1 < counted[0] <= _MOST:
            yield Head("thing", counted[0], goods.start, opens, opens, goods.name, said)


def _at(page: Page, place: int, count: int, after: int, segment: Segment) -> Iterator[Head]:
    for here in range(after, min(segment.end, after + _ADJECTIVES + 1)):
        if page.has(here, here + 1, *_STOPS, "each") or not page.tokens[here].is_word:
            return
        goods = page.first(here, *KINDS)
        kind = _kind(page.form(here))
        if goods is None and kind is None:
            continue
        end = goods.end if goods else here + 1
        said = page.words(here, end) if goods and page.languages[0] == "en" else ""
        noun = goods.name if goods else ""
        for opens in _openings(page, end, segment):
            yield Head(kind or "thing", count, place, end, opens, noun, said)
        return


def _kind(form: str) -> str | None:
    if form in word_set("variants.colours"):
        return "colour"
    return "thing" if form in word_set("variants.things") else None


def _openings(page: Page, end: int, segment: Segment) -> Iterator[int]:
    """Yield the places behind the signs and words that may open the list of a head."""
    yield end
    signed = False
    for place in range(end, min(segment.end, end + _TAIL)):
        called = page.form(place) in word_set("named_models.called")
        if called or page.form(place) == ":" or (page.form(place) in _OPENS and not signed):
            yield place + 1
        signed = signed or page.form(place) in _OPENS
        if page.has(place, place + 1, *_STOPS):
            return

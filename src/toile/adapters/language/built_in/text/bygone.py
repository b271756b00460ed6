"""What a text tells of an earlier campaign: "last year we shot in Lisbon", "im Vorjahr war es".

Nothing of it is asked for; "like last year" and "there again" do ask and stay.
"""

from dataclasses import replace
from datetime import date
from functools import cache

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_LONGEST = 3
_BEFORE = 2
_FAR = 6
# How a twin came to be, and what was agreed then, holds today.
_RIGHTS = ("twin", "twinright")
SIGNS = frozenset(",;:()–—")


def part_bygone(page: Page, today: date) -> tuple[list[Segment], set[int]]:
    """Return the segments of a page with what is bygone cut off, and where such parts begin."""
    parts: list[Segment] = []
    gone: set[int] = set()
    for segment in page.segments:
        stretch = _bygone(page, segment, today)
        if stretch is None:
            parts.append(segment)
            continue
        start, end = stretch
        if start > segment.start:
            parts.append(replace(segment, end=start))
        parts.append(replace(segment, start=start, end=end))
        gone.add(start)
        if end < segment.end:
            parts.append(replace(segment, start=end))
    return parts, gone


def _bygone(page: Page, segment: Segment, today: date) -> tuple[int, int] | None:
    place = next(
        (p for p in range(segment.start, segment.end) if said_at(page, p, "bygone.when")), None
    )
    if place is None:
        return _past_year(page, segment, today)
    owned = is_owned(page, place) and not _was_done(page, segment, place)
    if owned or is_likened(page, segment, place):
        return None
    start = place
    while start > segment.start and page.tokens[start - 1].text not in SIGNS:
        start -= 1
    if place - start > _FAR:  # Dictated without signs: what comes long before is asked for.
        near = range(place - 1, place - _FAR, -1)
        start = next((p for p in near if page.form(p) in word_set("bygone.we")), place)
    end = next((p for p in range(place + 1, segment.end) if turns(page, p)), segment.end)
    kept = is_wanted_again(page, start, end) or page.has(start, end, *_RIGHTS)
    return None if kept else (start, end)


def _was_done(page: Page, segment: Segment, place: int) -> bool:
    """Whether pictures of that time are told of: "last autumn's pictures were done in a studio"."""
    shown = page.spans(place, segment.end, "media")
    return bool(shown) and page.form(shown[0].end) in word_set("bygone.did")


def _past_year(page: Page, segment: Segment, today: date) -> tuple[int, int] | None:
    """Return the clause that tells of a day that is over: "we did 20 pics in June 2025"."""
    for place in range(segment.start + 1, segment.end):
        text = page.tokens[place].text
        if not (text.isdecimal() and len(text) == _YEAR and _EARLIEST < int(text) <= today.year):
            continue
        month = page.span_at(place - 1, "month")
        over = int(text) < today.year or (month is not None and int(month.name) < today.month)
        first = place
        while first > segment.start and page.tokens[first - 1].text not in SIGNS:
            first -= 1
        behind = range(place, segment.end)
        stop = next((p for p in behind if page.tokens[p].text in SIGNS), segment.end)
        if over and {page.form(p) for p in range(first, stop)} & word_set("bygone.did"):
            again = is_wanted_again(page, first, segment.end)
            return None if again or page.has(first, stop, *_RIGHTS) else (first, stop)
    return None


_YEAR, _EARLIEST = 4, 1900


def said_at(page: Page, place: int, name: str) -> int:
    """Return how many tokens of a named list's phrase stand at a place, 0 for none."""
    if page.form(place) not in _openings(name):
        return 0
    for length in range(_LONGEST, 0, -1):
        if "_".join(page.form(p) for p in range(place, place + length)) in word_set(name):
            return length
    return 0


@cache
def _openings(name: str) -> frozenset[str]:
    return frozenset(phrase.partition("_")[0] for phrase in word_set(name))


def is_owned(page: Page, place: int) -> bool:
    """Whether something is of that time: "last year's coat", "le manteau de l'an dernier"."""
    last = page.tokens[place + said_at(page, place, "bygone.when") - 1]
    lead = {page.form(p) for p in range(max(0, place - _BEFORE), place)}
    possessive = page.text[last.end - 2 : last.end + 2]
    return bool(lead & word_set("bygone.of")) or "'s" in possessive or "’s" in possessive


def is_likened(page: Page, segment: Segment, place: int) -> bool:
    """Whether something is to be as it was then: "same set as last year"."""
    return any(page.form(p) in word_set("bygone.like") for p in range(segment.start, place))


def is_wanted_again(page: Page, start: int, end: int) -> bool:
    again = any(page.form(p) in word_set("bygone.again") for p in range(start, end))
    return again and not page.has(start, end, "neg")


def turns(page: Page, place: int) -> bool:
    """Whether the text comes back to what is asked for: "this year", "aber"."""
    return said_at(page, place, "bygone.turns") > 0

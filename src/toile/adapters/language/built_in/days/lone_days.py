"""Days of the month before: "selects on 1 September, finals on the 10th"."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from toile.adapters.language.built_in.days.date_parts import When, integer, plus_months, safe_date
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def with_lone_days(page: Page, found: Sequence[When]) -> list[When]:
    """Return the dates of a page with the days that lean on the month of the one before."""
    days = [day for segment in page.segments for day in _lone(page, segment, found)]
    return sorted([*found, *days], key=lambda when: when.start)


def _lone(page: Page, segment: Segment, found: Sequence[When]) -> list[When]:
    own = [w for w in found if segment.start <= w.start < segment.end and w.kind == "day"]
    taken = {p for w in found for p in range(w.start, w.end)}
    lone: list[When] = []
    for place in range(segment.start + 1, segment.end):
        day = integer(page, place, 1, 31)
        before = [w for w in own if w.end <= place]
        if day is None or not before or place in taken or _is_denied(page, place):
            continue
        end = _end(page, place, segment)
        first = _in_month(before[-1], day, live=_is_live(page, segment, before[-1]))
        if end and first:
            lone.append(replace(before[-1], start=place, end=end, first=first, last=first))
    return lone


def _is_denied(page: Page, place: int) -> bool:
    """Whether a day is the one that no longer holds: "not on the 12th"."""
    near = {page.form(p) for p in range(place - _NEAR, place)}
    return bool(near & (word_set("times.not") | word_set("places.else")))


_NEAR = 3


def _is_live(page: Page, segment: Segment, when: When) -> bool:
    """Whether pictures go live on a day: what is due comes before it."""
    return any(s.name == "live" for s in page.spans(segment.start, when.start, "cue"))


def _end(page: Page, place: int, segment: Segment) -> int | None:
    """Return the end of "the 10th", "am 10.", "le 10" where nothing is counted by it."""
    if page.form(place - 1) not in word_set("lone_days.on"):
        return None
    signed = page.form(place + 1) in word_set("lone_days.ordinal")
    end = place + 1 + signed
    closed = end >= segment.end or page.tokens[end].text in ",;)–—"
    plain = page.languages[0] != "en"  # An English "on the 10" may count anything.
    return end if closed and (signed or plain) else None


def _in_month(before: When, day: int, *, live: bool) -> date | None:
    """Return a day of the month of another, or of the next where it would lie before that."""
    first = safe_date(before.first.year, before.first.month, day)
    if first is None or first >= before.first or live:
        return first
    return plus_months(first, 1)

"""Days said from another day: "finals three weeks before drop", "30 days from 7 January"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from toile.adapters.language.built_in.days.date_parts import When, plus_months
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_DAYS = {"day": 1, "week": 7}
_FARTHEST = 5


@dataclass(frozen=True, slots=True)
class Distance:
    """So many days or months before (``sign`` -1) or after another day, for a delivery."""

    start: int
    end: int
    sign: int
    count: int
    unit: str
    segment: Segment

    def from_day(self, day: date) -> date:
        """Return the day that lies this far from another."""
        if self.unit in _DAYS:
            return day + timedelta(days=self.sign * self.count * _DAYS[self.unit])
        return plus_months(day, self.sign * self.count * (12 if self.unit == "year" else 1))


def distances(page: Page) -> Iterator[Distance]:
    """Yield the distances of a page that tell when something is due."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            found = _distance(page, place, segment)
            if found and _is_due(page, segment, found):
                yield found


def _distance(page: Page, place: int, segment: Segment) -> Distance | None:
    counted = count_at(page, place)
    if counted is None and page.form(place) in word_set("people.count_before"):
        counted = 1, place + 1
    unit = page.span_at(counted[1], "unit") if counted else None
    if page.form(place - 1) in word_set("times.not"):
        return None  # "not a day later" is no other day.
    if counted is None or unit is None:
        return None
    for here in range(unit.end, min(segment.end, unit.end + 3)):
        form = page.form(here)
        for sign, words in ((-1, "times.before"), (1, "times.after")):
            if form in word_set(words):
                return Distance(place, here + 1, sign, counted[0], unit.name, segment)
    return None


def _is_due(page: Page, segment: Segment, found: Distance) -> bool:
    """Whether the nearest cue before tells of a delivery, or files are named right before."""
    if page.has(max(segment.start, found.start - 3), found.start, "media"):
        return True
    cues = [
        s.name
        for s in page.spans(segment.start, found.start, "cue")
        if s.name in ("due", "live", "shoot")
    ]
    if cues:
        return cues[-1] == "due"
    return page.label(segment) == "deadline"


def anchor(page: Page, found: Distance, dates: list[When]) -> When | str | None:
    """Return what a distance is counted from: a date, "live", "shoot", or nothing said."""
    limit = min(found.segment.end, found.end + _FARTHEST)
    cues = [
        s
        for s in page.spans(found.end, limit, "cue", "feast")
        if s.kind == "feast" or s.name in ("live", "shoot")
    ]
    ahead = [w for w in dates if found.end <= w.start < limit]
    if cues and not (ahead and ahead[0].start <= cues[0].start + 1):
        return cues[0].name
    if ahead:
        return ahead[0]
    before = [w for w in dates if w.end <= found.start and found.segment.start <= w.start]
    return before[-1] if before else None

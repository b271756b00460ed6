"""How long something runs from a first day: "for six weeks", "pendant un mois"."""

from datetime import date, timedelta

from toile.adapters.language.built_in.days.date_parts import When, plus_months
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_UNITS = {"day": 1, "week": 7}


def last_day_after(page: Page, when: When, segment: Segment) -> date | None:
    """Return the last day of "for six weeks", "eight weeks from ..." near a first day."""
    for place in range(max(segment.start, when.start - 8), min(segment.end, when.end + 9)):
        counted = count_at(page, place) or _one(page, place)
        if counted is None or when.start <= place < when.end:
            continue
        unit = page.span_at(counted[1], "unit")
        words = page.spans(unit.end, unit.end + 2, "cue") if unit else []
        if unit and not any(s.name in ("ago", "due") for s in words):
            return last_day(when.first, counted[0], unit.name)
    return None


def _one(page: Page, place: int) -> tuple[int, int] | None:
    """Return the count of "for a year", "pendant un mois"."""
    led = page.form(place - 1) in word_set("times.lasting")
    return (1, place + 1) if led and page.form(place) in word_set("times.one") else None


def last_day(start: date, count: int, unit: str) -> date:
    if unit in _UNITS:
        return start + timedelta(days=_UNITS[unit] * count - 1)
    return plus_months(start, count * (12 if unit == "year" else 1)) - timedelta(days=1)

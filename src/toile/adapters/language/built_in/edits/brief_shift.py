"""A deadline that moves by so many days, weeks or months: "finals a week later"."""

from datetime import date, timedelta

from toile.adapters.language.built_in.days.dates import find_dates
from toile.adapters.language.built_in.text.lexicon import FOR_BRIEFS, word_set
from toile.adapters.language.built_in.text.page import Page, read_page
from toile.adapters.language.built_in.text.ratios import count_at

_DAYS = {"brief_shift.day": 1, "brief_shift.week": 7, "brief_shift.month": 30}


def shifted(page: Page, start: int, end: int, note: str | None, today: date) -> date | None:
    """Return the new deadline, or ``None`` where the message or the brief gives none."""
    days = _days(page, start, end)
    known = _deadline(note, today) if note else None
    return known + timedelta(days=days) if known and days else None


def _days(page: Page, start: int, end: int) -> int:
    words = {page.form(p) for p in range(start, end)}
    way = -1 if words & word_set("brief_shift.earlier") else 1
    if way == 1 and not words & word_set("brief_shift.later"):
        return 0
    for place in range(start, end):
        for unit, days in _DAYS.items():
            if page.form(place) in word_set(unit):
                counted = count_at(page, place - 1)
                return way * days * (counted[0] if counted else 1)
    return 0


def _deadline(note: str, today: date) -> date | None:
    """Return the day in a note of the brief that stands behind a word for delivery."""
    page = read_page(note, FOR_BRIEFS)
    cues = [p for p, token in enumerate(page.tokens) if token.form in word_set("brief_facts.due")]
    dates = find_dates(page, today)
    behind = [d for d in dates for p in cues if 0 < d.start - p < 5]
    return behind[0].last if behind else None

"""Pieces of dates: numbers, years, months, and the nearest day that they can mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from toile.adapters.language.built_in.days.spoken_years import spoken_year
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

SIGNS = ("/", ".", "-")


_RECENT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of days found at tokens ``start`` to ``end``; ``other`` is a second reading."""

    start: int
    end: int
    first: date
    last: date
    exact: bool = True
    other: date | None = None
    year_said: bool = False
    kind: str = "day"


def integer(page: Page, place: int, low: int, high: int) -> int | None:
    if not 0 <= place < len(page.tokens):
        return None
    text = page.tokens[place].text
    return int(text) if text.isdecimal() and low <= int(text) <= high else None


def sign(page: Page, place: int, signs: Sequence[str] = SIGNS) -> bool:
    return place < len(page.tokens) and page.tokens[place].text in signs


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or ``None`` where the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def full_year(year: int | None) -> int | None:
    return None if year is None else year if year >= 100 else 2000 + year


def resolve(year: int | None, month: int, day: int, today: date) -> date | None:
    if year is not None:
        return safe_date(year, month, day)
    found = safe_date(today.year, month, day)
    if found and found < today - _RECENT:
        return safe_date(today.year + 1, month, day)
    return found


_ALSO_WORDS = frozenset(("may", "mar", "ago", "mag", "ene", "gen", "mär"))


def month_at(page: Page, place: int) -> Span | None:
    """Return the month named at a place; "may" and "mar" are words unless a day stands before."""
    span = page.span_at(place, "month")
    if span is None or page.tokens[place].form not in _ALSO_WORDS:
        return span
    # "End of may", "8 mars to mid mar": a part of it stands before, and nobody "may" do anything.
    parted = any((s := page.span_at(p, "part")) and s.end == place for p in (place - 1, place - 2))
    led = parted or integer(page, place - 1, 1, 31) or _starts(page, place)
    return span if page.tokens[place].is_name or led else None


def _starts(page: Page, place: int) -> bool:
    """Whether "starts may 10" names a day behind the month."""
    cue = place > 0 and any(
        (s := page.span_at(p, "cue")) and s.end == place for p in (place - 1, place - 2) if p >= 0
    )
    return bool(cue) and integer(page, place + 1, 1, 31) is not None


def said_year(page: Page, place: int) -> tuple[int | None, int]:
    """Return a year standing at a place, after an optional comma or "de", and the next place."""
    for skip in (0, 1):
        here = place + skip
        if skip and not (
            sign(page, place, (",", "'", "’")) or page.form(place) in word_set("shared.of")
        ):
            continue
        year = integer(page, here, 2020, 2040)
        if year:
            return year, here + 1
        short = integer(page, here, 25, 40)
        if short and len(page.tokens[here].text) == 2 and not counted(page, here + 1):
            return 2000 + short, here + 1
        spoken, end = spoken_year(page, here)
        if spoken:
            return spoken, end
    return None, place


def counted(page: Page, place: int) -> bool:
    return page.span_at(place, "media") is not None or page.form(place) in ("x", "%", "€", "k")


def day_number(page: Page, place: int) -> tuple[int | None, int]:
    text = page.tokens[place].text if place < len(page.tokens) else ""
    day = integer(page, place, 1, 31)
    if day is None:
        span = page.span_at(place, "ord") or _cardinal(page, place)
        return (int(span.name), span.end) if span and text[:1].isalpha() else (None, place)
    after = place + 1
    if page.form(after) in word_set("dates.day_number"):
        after += 1
    return day, after


def _cardinal(page: Page, place: int) -> Span | None:
    """Return the number word of "el tres de mayo", "le quinze mars"."""
    counted_out = page.languages[0] in ROMANCE and page.form(place) != "en"
    span = page.span_at(place, "n") if counted_out else None  # "En mars" is no first of March.
    if span is None or not 1 <= int(span.name) <= _LONGEST_MONTH:
        return None
    return span if month_at(page, skip_of(page, span.end)) else None


_LONGEST_MONTH = 31


def skip_of(page: Page, place: int) -> int:
    return place + 1 if page.form(place) in word_set("date_parts.of") else place


def month_end(day: date) -> date:
    """Return the last day of a month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def plus_months(day: date, months: int) -> date:
    """Return the same day so many months on, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return first.replace(day=min(day.day, month_end(first).day))

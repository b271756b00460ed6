"""Days of a month as people write them: 18 jan, 1° marzo, 5. Februar 2027, Jan 22, 8-12 March."""

from datetime import date

from toile.adapters.language.built_in.days.date_parts import (
    When,
    counted,
    day_number,
    integer,
    month_at,
    resolve,
    said_year,
    skip_of,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def day_month(page: Page, place: int, today: date) -> When | None:
    """Read 18 jan, 1° marzo, 5. Februar 2027, 3rd of May, 8-12 March."""
    day, after = day_number(page, place)
    if day is None:
        return None
    first = day
    if page.form(after) in word_set("dates.day_month"):
        second, beyond = day_number(page, after + 1)
        if second and second > day and month_at(page, skip_of(page, beyond)):
            day, after = second, beyond
    after = skip_of(page, after)
    month = month_at(page, after)
    if month is None:
        return None
    year, end = said_year(page, month.end)
    last = resolve(year, int(month.name), day, today)
    start = resolve(year, int(month.name), first, today)
    if not (last and start):
        return None
    return When(place, end, start, last, year_said=year is not None)


def month_day(page: Page, place: int, today: date) -> When | None:
    """Read Jan 22, March 3rd 2027."""
    month = month_at(page, place)
    if month is None:
        return None
    day = integer(page, month.end, 1, 31)
    if day is None or counted(page, month.end + 1):
        return None
    _, after = day_number(page, month.end)
    year, end = said_year(page, after)
    found = resolve(year, int(month.name), day, today)
    return When(place, end, found, found, year_said=year is not None) if found else None

"""The year of a date by what stands around it: "of the next year", or the date before it."""

from dataclasses import replace
from datetime import date

from toile.adapters.language.built_in.days.date_parts import (
    When,
    integer,
    month_at,
    month_end,
    plus_months,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def next_year(page: Page, when: When, today: date) -> When:
    """Move a date into the year that "of the next year", "nästa år" behind it names."""
    place = when.end
    while page.form(place) in word_set("dates.year_of"):
        place += 1
    said = f"{page.form(place)}_{page.form(place + 1)}" in word_set("dates.next_year")
    if not said or when.year_said or when.first.year > today.year:
        return when
    return _a_year_on(when)


def in_order(page: Page, found: list[When]) -> list[When]:
    """Let the end of "from 4 October until 14 November" not lie before its start."""
    for index in range(1, len(found)):
        one, two = found[index - 1], _with_its_year(page, found[index - 1], found[index])
        found[index] = two
        near = two.start - one.end <= _NEAR and two.kind not in ("weekday", "month")
        if _is_range(page, one, two) and two.year_said and not one.year_said:
            found[index - 1] = _in_the_year_of(one, two)
            continue
        joined = any(page.form(p) in word_set("times.join") for p in range(one.end, two.start))
        joined &= page.place_of(one.start) == page.place_of(two.start)
        other = page.spans(one.end, two.start, "cue") + page.spans(one.start - 3, one.start, "cue")
        joined &= not any(
            s.name in ("due", "shoot") and page.form(s.start) not in word_set("times.join")
            for s in other
        )
        if near and joined and not two.year_said and two.last < one.first:
            found[index] = _a_year_on(two)
    return found


def _with_its_year(page: Page, one: When, two: When) -> When:
    """Read "june & july 27" as two months of 2027, no 27th of July."""
    year = integer(page, two.end - 1, *_YEARS)
    bare = two.end - two.start == _MONTH_AND_FIGURE and month_at(page, two.start) is not None
    joined = two.start - one.end == 1 and page.form(one.end) in word_set("times.join")
    if not (year and bare and joined and one.kind == "month" and two.kind == "day"):
        return two
    first = date(2000 + year, two.first.month, 1)
    return replace(two, first=first, last=month_end(first), kind="month", year_said=True)


_YEARS = (26, 31)
_MONTH_AND_FIGURE = 2
_NEAR = 4


def _is_range(page: Page, one: When, two: When) -> bool:
    """Whether two months or days are the ends of one stretch: "January to March 2028"."""
    between = range(one.end, two.start)
    dated = {one.kind, two.kind} <= {"month", "day"}
    return dated and 0 < len(between) <= 2 and page.form(one.end) in word_set("times.join")


def _in_the_year_of(one: When, two: When) -> When:
    """Move the first end of a stretch to the last such day before the other, whose year is said."""
    months = 12 * (two.first.year - one.first.year)
    first, last = plus_months(one.first, months), plus_months(one.last, months)
    if first > two.first:
        first, last = plus_months(first, -12), plus_months(last, -12)
    return replace(one, first=first, last=last)


def _a_year_on(when: When) -> When:
    return replace(when, first=plus_months(when.first, 12), last=plus_months(when.last, 12))

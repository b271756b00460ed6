"""Weeks: by number ("KW 6", "vecka 9"), or by a day of theirs ("w/c 22 Feb", "la semaine du 18").

A week named by a day runs from that day to the fifth, as people work.
"""

from dataclasses import replace
from datetime import date, timedelta

from toile.adapters.language.built_in.days.date_parts import When, integer, said_year
from toile.adapters.language.built_in.days.days import day_month, month_day
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_WORKED = timedelta(days=4)


def week_of(page: Page, place: int, today: date) -> When | None:
    """Read "week of 18 January", "w/c 22 Feb", "la semaine du 18 janvier", "Woche vom 8. März"."""
    here = place
    if page.form(here) == "w" and page.form(here + 1) == "/" and page.form(here + 2) == "c":
        here += 3
    elif page.form(here) in word_set("dates.weekday_rule"):
        here += 1
        while page.form(here) in word_set("dates.week_of") or page.span_at(here, "weekday"):
            here += 1
    if here == place or here >= len(page.tokens) or (here == place + 1 and not _dated(page, here)):
        return None
    day = day_month(page, here, today) or month_day(page, here, today)
    if day is None or day.last != day.first:
        return None
    return replace(day, start=place, last=day.first + _WORKED, kind="week")


def _dated(page: Page, place: int) -> bool:
    """Whether the day stands right behind the word for a week: "vecka 8 mars" is week 8."""
    return page.tokens[place].text[:1].isalpha()


def week(page: Page, place: int, today: date) -> When | None:
    """Read KW 6, week 12 2027, S5, vecka 9, and "Friday KW 6"."""
    weekday = page.span_at(place, "weekday")
    here = weekday.end if weekday else place
    here += page.form(here) in word_set("dates.week")
    span = page.span_at(here, "week")
    if span is None or (len(page.form(here)) == 1 and not _is_week_letter(page, here)):
        return None
    after = span.end + (page.form(span.end) == ".")
    number = integer(page, after, 1, 53)
    if number is None:
        return None
    upper = integer(page, after + 2, number + 1, 53) if _ranges(page, after + 1) else None
    after += 2 * (upper is not None)
    year, end = said_year(page, after + 1)
    if year is None and page.form(after + 1) in ("/",):
        year, end = said_year(page, after + 2)
    monday = _iso_monday(year, number, today)
    if monday is None:
        return None
    if weekday is None:
        weekday, end = _trailing_weekday(page, end)
    if weekday is not None:
        day = monday + timedelta(days=int(weekday.name))
        return When(place, end, day, day, year_said=True)
    last = monday + timedelta(days=6 + 7 * (upper - number if upper else 0))
    return When(place, end, monday, last, exact=False, kind="weeks" if upper else "week")


def _ranges(page: Page, place: int) -> bool:
    """Whether a dash right behind a week leads to the last one: "v. 40-43"."""
    return page.form(place) in ("-", "–", "—") and place + 1 < len(page.tokens)


def _is_week_letter(page: Page, place: int) -> bool:
    """Whether a single letter means a week: "S5", "v. 9", "w10", not "s 5" of a sentence."""
    token = page.tokens[place]
    glued = place + 1 < len(page.tokens) and page.tokens[place + 1].start == token.end
    return token.is_name or token.form == "v" or glued


def _trailing_weekday(page: Page, place: int) -> tuple[Span | None, int]:
    here = place
    while page.form(here) in word_set("dates.trailing_weekday"):
        here += 1
    span = page.span_at(here, "weekday")
    return (span, span.end) if span and here > place else (None, place)


def _iso_monday(year: int | None, week: int, today: date) -> date | None:
    try:
        if year:
            return date.fromisocalendar(year, week, 1)
        found = date.fromisocalendar(today.year, week, 1)
        ahead = found + timedelta(days=6) >= today
        return found if ahead else date.fromisocalendar(today.year + 1, week, 1)
    except ValueError:
        return None

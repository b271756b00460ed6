"""Dates as people write them, relative to a day: calendar dates, weeks, parts of months, feasts.

Finds every date in a page with the tokens it stands on. What a date is *for* is ``times``.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from toile.adapters.language.built_in.date_order import in_order, next_year
from toile.adapters.language.built_in.date_parts import (
    SIGNS,
    When,
    counted,
    day_number,
    full_year,
    integer,
    month_at,
    month_end,
    resolve,
    safe_date,
    said_year,
    sign,
    skip_of,
)
from toile.adapters.language.built_in.feasts import feast_day
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page


def find_dates(page: Page, today: date) -> list[When]:
    """Return the dates of a page in order; longer readings win."""
    found: list[When] = []
    place = 0
    while place < len(page.tokens):
        best = max(_readings(page, place, today), key=lambda w: w.end, default=None)
        if best is None:
            place += 1
            continue
        found.append(best)
        place = best.end
    return in_order(page, [next_year(page, when, today) for when in found])


def _readings(page: Page, place: int, today: date) -> Iterator[When]:
    readers = (
        _iso,
        _numeric,
        _day_month,
        _month_day,
        _month,
        _part,
        _week,
        _weekday_rule,
        _weekday,
        _feast,
    )
    for reader in readers:
        when = reader(page, place, today)
        if when is not None:
            yield when


def _iso(page: Page, place: int, _today: date) -> When | None:
    year = integer(page, place, 2000, 2100)
    month, day = integer(page, place + 2, 1, 12), integer(page, place + 4, 1, 31)
    if not (year and month and day and sign(page, place + 1) and sign(page, place + 3)):
        return None
    found = safe_date(year, month, day)
    return When(place, place + 5, found, found, year_said=True) if found else None


def _numeric(page: Page, place: int, today: date) -> When | None:
    """Read 29/1/27, 03/04/2027, 19.11. and 12.02.2027; two readings where both are possible."""
    tokens = page.tokens
    dotted = tokens[place].text.split(".") if tokens[place].text[:1].isdecimal() else []
    if len(dotted) == 2 and all(part.isdecimal() for part in dotted) and sign(page, place + 1, "."):
        one, two, after = int(dotted[0]), int(dotted[1]), place + 1
        slash = False
    else:
        first, second = integer(page, place, 1, 31), integer(page, place + 2, 1, 31)
        if not (first and second and sign(page, place + 1, ("/", "-"))):
            return None
        one, two, after, slash = first, second, place + 3, True
    year = integer(page, after + 1, 0, 2100) if sign(page, after, SIGNS) else None
    if slash and year is None:
        return None
    end = after + 2 if year is not None else after + 1
    return _two_ways(place, end, one, two, full_year(year), today, slash)


def _two_ways(
    start: int, end: int, one: int, two: int, year: int | None, today: date, slash: bool
) -> When | None:
    european = resolve(year, two, one, today) if two <= 12 else None
    american = resolve(year, one, two, today) if one <= 12 and slash else None
    best = european or american
    if best is None:
        return None
    other = american if european and american and european != american else None
    return When(start, end, best, best, other=other, year_said=year is not None)


def _day_month(page: Page, place: int, today: date) -> When | None:
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


def _month_day(page: Page, place: int, today: date) -> When | None:
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


def _month(page: Page, place: int, today: date) -> When | None:
    month = month_at(page, place)
    if month is None:
        return None
    year, end = said_year(page, month.end)
    number = int(month.name)
    year_at = year or (today.year if number >= today.month else today.year + 1)
    first = date(year_at, number, 1)
    return When(
        place, end, first, month_end(first), exact=False, year_said=year is not None, kind="month"
    )


def _part(page: Page, place: int, today: date) -> When | None:
    """Read end of January, mid March, Anfang April."""
    part = page.span_at(place, "part")
    if part is None:
        return None
    after = part.end + (page.form(part.end) in ("-", "of", "de", "di"))
    month = _month(page, after, today) if after < len(page.tokens) else None
    if month is None:
        return None
    first, last = month.first, month.last
    days = {
        "end": (first.replace(day=21), last),
        "mid": (first.replace(day=11), first.replace(day=20)),
        "start": (first, first.replace(day=10)),
    }[part.name]
    return replace(month, start=place, first=days[0], last=days[1], kind=f"{part.name} of month")


def _week(page: Page, place: int, today: date) -> When | None:
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


def _weekday_rule(page: Page, place: int, today: date) -> When | None:
    """Read "second Tuesday of March" and "first full week of January"."""
    order = page.span_at(place, "ord")
    last = page.form(place) in ("last", "letzter", "dernier", "ultimo", "sista")
    if order is None and not last:
        return None
    number = int(order.name) if order else -1
    here = order.end if order else place + 1
    here += page.form(here) == "full"
    weekday = page.span_at(here, "weekday")
    week = page.form(here) in word_set("dates.weekday_rule")
    if not (weekday or week):
        return None
    after = weekday.end if weekday else here + 1
    after += page.form(after) in word_set("dates.weekday_rule.2")
    month = _month(page, after, today) if after < len(page.tokens) else None
    if month is None:
        return None
    day = _nth(month.first, int(weekday.name) if weekday else 0, number)
    last_day = day if weekday else day + timedelta(days=4)
    return When(place, month.end, day, last_day, year_said=month.year_said)


def _nth(first: date, weekday: int, number: int) -> date:
    if number < 0:
        end = month_end(first)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _weekday(page: Page, place: int, today: date) -> When | None:
    """Read "next Friday" (two readings), "on Friday", and a weekday glued to a date."""
    word = page.span_at(place, "when")
    here = word.end if word else place
    weekday = page.span_at(here, "weekday")
    if weekday is None:
        return _tomorrow(page, place, word, today)
    after = weekday.end
    while page.form(after) in word_set("dates.weekday"):
        after += 1
    dated = (
        _day_month(page, after, today) or _month_day(page, after, today)
        if after < len(page.tokens)
        else None
    )
    if dated is not None:
        return replace(dated, start=place)
    trailing = page.span_at(weekday.end, "when")
    ahead = today + timedelta(days=(int(weekday.name) - today.weekday() - 1) % 7 + 1)
    is_next = bool((word and word.name == "next") or (trailing and trailing.name == "next"))
    end = trailing.end if trailing else weekday.end
    other = ahead + timedelta(days=7) if is_next and (ahead - today).days < 7 else None
    return When(place, end, ahead, ahead, other=other, kind="weekday")


def _tomorrow(page: Page, place: int, word: Span | None, today: date) -> When | None:
    days = {"today": 0, "tomorrow": 1}.get(word.name) if word else None
    if word is None or days is None or page.form(place) == "morgen":
        return None
    day = today + timedelta(days=days)
    return When(place, word.end, day, day)


def _feast(page: Page, place: int, today: date) -> When | None:
    span = page.span_at(place, "feast")
    if span is None:
        return None
    year, end = said_year(page, span.end)
    day = feast_day(span.name, today, year)
    return When(place, end, day, day, year_said=year is not None, kind="feast") if day else None

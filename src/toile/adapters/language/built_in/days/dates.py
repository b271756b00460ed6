"""Dates as people write them, relative to a day: calendar dates, weeks, parts of months, feasts.

Finds every date in a page with the tokens it stands on. What a date is *for* is ``times``.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from toile.adapters.language.built_in.days.date_order import in_order, next_year
from toile.adapters.language.built_in.days.date_parts import (
    SIGNS,
    When,
    full_year,
    integer,
    month_at,
    month_end,
    resolve,
    safe_date,
    said_year,
    sign,
)
from toile.adapters.language.built_in.days.days import day_month, month_day
from toile.adapters.language.built_in.days.feasts import feast_day
from toile.adapters.language.built_in.days.lone_days import with_lone_days
from toile.adapters.language.built_in.days.settled import settled
from toile.adapters.language.built_in.days.stretches import part_of_year, whole_year
from toile.adapters.language.built_in.days.weeks import week, week_of
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

Reader = Callable[[Page, int, date], When | None]


def find_dates(page: Page, today: date, also: Sequence[Reader] = ()) -> list[When]:
    """Return the dates of a page in order; longer readings win.

    ``also`` reads what is a stretch of days only where days are asked for.
    """
    readers = (*_READERS, *also)
    found: list[When] = []
    place = 0
    while place < len(page.tokens):
        best = max(_readings(page, place, today, readers), key=lambda w: w.end, default=None)
        if best is None:
            place += 1
            continue
        found.append(best)
        place = best.end
    found = settled(page, [next_year(page, when, today) for when in found])
    return with_lone_days(page, in_order(page, found))


def _readings(page: Page, place: int, today: date, readers: Sequence[Reader]) -> Iterator[When]:
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
        year, end = said_year(page, after)  # "al 30/4 de 2027"
        led = _is_led(page, place, one, two)
        return _two_ways(place, end, one, two, year, today, slash=False) if led else None
    end = after + 2 if year is not None else after + 1
    return _two_ways(place, end, one, two, full_year(year), today, slash)


def _is_led(page: Page, place: int, one: int, two: int) -> bool:
    """Whether "25/01" is a day without its year: "du 25/01 au ...", "le 11/01"; never "le 4/5"."""
    led = page.form(place - 1) in word_set("dates.led") and page.languages[0] != "en"
    written = len(page.tokens[place + 2].text) == _WRITTEN
    goes_on = page.form(place + 3) in word_set("times.join") and page.form(place + 5) == "/"
    return led and two <= _MONTHS and (one > _MONTHS or written or goes_on)


_MONTHS, _WRITTEN = 12, 2


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
    after = part.end + (page.form(part.end) in word_set("dates.of"))
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


def _weekday_rule(page: Page, place: int, today: date) -> When | None:
    """Read "second Tuesday of March" and "first full week of January"."""
    order = page.span_at(place, "ord")
    last = page.form(place) in word_set("dates.last")
    if order is None and not last:
        return None
    number = int(order.name) if order else -1
    here = order.end if order else place + 1
    here += page.form(here) == "full"
    weekday = page.span_at(here, "weekday")
    weeks = page.form(here) in word_set("dates.weekday_rule")
    if not (weekday or weeks):
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
    the_sun = page.form(here) == "sun" and page.form(here - 1) in word_set("people.the")
    if weekday is None or the_sun or "'" in page.tokens[here].text:
        return _tomorrow(page, place, word, today)  # "We'd" is no Wednesday.
    after = weekday.end
    while page.form(after) in word_set("dates.weekday"):
        after += 1
    dated = (
        day_month(page, after, today) or month_day(page, after, today)
        if after < len(page.tokens)
        else None
    )
    if dated is not None:
        return replace(dated, start=place)
    trailing = page.span_at(weekday.end, "when")
    ahead = today + timedelta(days=(int(weekday.name) - today.weekday() - 1) % 7 + 1)
    stop = _next_week(page, weekday.end)
    if stop:
        monday = today + timedelta(days=7 - today.weekday())
        day = monday + timedelta(days=int(weekday.name))
        return When(place, stop, day, day, kind="weekday")
    is_next = bool((word and word.name == "next") or (trailing and trailing.name == "next"))
    end = trailing.end if trailing else weekday.end
    other = ahead + timedelta(days=7) if is_next and (ahead - today).days < 7 else None
    return When(place, end, ahead, ahead, other=other, kind="weekday")


_WEEK = word_set("dates.weekday_rule")
_SHORT = 4


def _next_week(page: Page, place: int) -> int | None:
    """Return the end of "(Thursday) next week", "(jeudi) de la semaine prochaine"."""
    for here in range(place, place + _SHORT):
        behind = page.span_at(here + 1, "when")
        ahead = page.span_at(here - 1, "when") if here > place else None
        if page.form(here) in _WEEK:
            said = next((s for s in (ahead, behind) if s and s.name == "next"), None)
            return max(said.end, here + 1) if said else None
        if not (
            page.span_at(here, "when")
            or page.form(here) in word_set("dates.weekday_rule.2")
            or page.form(here) in word_set("people.the")
        ):
            return None
    return None


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


_READERS: tuple[Reader, ...] = (
    _iso,
    _numeric,
    day_month,
    month_day,
    _month,
    _part,
    part_of_year,
    whole_year,
    week,
    week_of,
    _weekday_rule,
    _weekday,
    _feast,
)

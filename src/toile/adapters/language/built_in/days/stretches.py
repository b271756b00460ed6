"""Stretches of a year as people name them: halves and quarters, seasons, years, "next month".

Briefs are read with halves and quarters of a named year only: there "the first half" is of the
list, and SS27 is a collection. Who asks when somebody is free means days by all of them.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from toile.adapters.language.built_in.days.date_parts import (
    When,
    counted,
    integer,
    month_at,
    month_end,
    plus_months,
)
from toile.adapters.language.built_in.days.seasons import season_at
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.adapters.language.built_in.text.tokens import tokenise

# A run of months: the first, counted from January of the year, and how many.
Run = tuple[int, int]
_TIMES: dict[str, Run] = {
    "spring": (3, 3), "summer": (6, 3), "autumn": (9, 3), "winter": (12, 3),
}  # fmt: skip
# When a collection is in the shops; resort comes in the November before its year.
_SHOPS: dict[str, Run] = {
    "SS": (3, 6), "AW": (9, 6), "PF": (5, 4), "RESORT": (-1, 4), "HOLIDAY": (11, 2),
}  # fmt: skip
_PARTS: dict[str, Run] = {"start": (1, 3), "mid": (5, 4), "end": (10, 3)}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}
_MIDDLE = 15
_GOODS = ("g", "h", "b", "p", "j", "m", "col")
_APART = ("'", "’", ",")


@dataclass(frozen=True, slots=True)
class _Named:
    """A phrase of the table at tokens up to ``end``, with the languages that have it."""

    end: int
    name: str
    languages: frozenset[str]


def part_of_year(page: Page, place: int, today: date) -> When | None:
    """Read H1 2027, the second quarter of next year, erstes Halbjahr 2027."""
    when = part_named(page, place, today)
    return when if when and when.kind == "part of year" and when.year_said else None


def whole_year(page: Page, place: int, today: date) -> When | None:
    """Read "toute l'année 2027", "all of 2027"."""
    for length in (4, 3, 2, 1):
        said = "_".join(page.form(p) for p in range(place, place + length))
        year = integer(page, place + length, today.year, _LAST_YEAR)
        if year and said in word_set("years.whole"):
            days = date(year, 1, 1), date(year, 12, 31)
            return When(place, place + length + 1, *days, year_said=True, kind="part of year")
    return None


_LAST_YEAR = 2040


def part_named(page: Page, place: int, today: date) -> When | None:
    """Read a half or a quarter with or without its year; a half of a month, too."""
    part = _named(page, place, "part")
    if part is None:
        return None
    which, of = map(int, part.name.split("/"))
    half = _half_of_month(page, place, part.end, which, today) if of == 2 else None
    if half:
        return half
    year, end = _year(page, part.end, today)
    if year is None and page.tokens[part.end - 1].text.isdecimal():
        year, end = _short_year(page, part.end)
    months = 12 // of
    return _run(place, end, ((which - 1) * months + 1, months), year, today, "part of year")


def _half_of_month(page: Page, place: int, after: int, which: int, today: date) -> When | None:
    while page.form(after) in word_set("dates.year_of"):
        after += 1
    month = month_at(page, after) if after < len(page.tokens) else None
    if month is None:
        return None
    year, end = _year(page, month.end, today)
    first = _first((int(month.name), 1), year, today)
    middle = first.replace(day=_MIDDLE)
    days = (first, middle) if which == 1 else (middle + timedelta(days=1), month_end(first))
    return When(place, end, *days, year_said=year is not None)


def season(page: Page, place: int, today: date) -> When | None:
    """Read SS27, Herbst 2027, autumn/winter 27, "this summer", the holiday campaign."""
    return _holiday(page, place, today) or _time(page, place, today) or _collection(page, place)


def _holiday(page: Page, place: int, today: date) -> When | None:
    named = _named(page, place, "holiday")
    if named is None:
        return None
    year, end = _year(page, named.end, today)
    return _run(place, end, _SHOPS["HOLIDAY"], year, today, "season")


def _time(page: Page, place: int, today: date) -> When | None:
    """Read one of the four times of a year: with its year, or as in "for summer", "next fall"."""
    named = _named(page, place, "time")
    if named is None or "/" in (page.form(named.end), page.form(place - 1)):
        return None
    year, end = _year(page, named.end, today)
    if year is not None:
        return _run(place, end, _TIMES[named.name], year, today, "season")
    behind = _named(page, named.end, "turn")
    led = page.form(place - 1) in word_set("stretches.lead")
    own = named.languages & set(page.languages) and not page.first(named.end, *_GOODS)
    if not (behind or (led and own)):
        return None
    end = behind.end if behind else named.end
    return _run(place, end, _TIMES[named.name], None, today, "season")


def _collection(page: Page, place: int) -> When | None:
    found = season_at(page, place)
    if found is None:
        return None
    code, start, end = found
    run, year = _SHOPS[code[:-2]], 2000 + int(code[-2:])
    return _run(start, end, run, year, date(year, 1, 1), "season")


def year_named(page: Page, place: int, today: date) -> When | None:
    """Read 2027, next year, nächstes Jahr; early 2027 and late 2027 as parts of it."""
    part = page.span_at(place, "part")
    if part is None and (page.form(place) in word_set("dates.year_of") | set(_APART)):
        return None
    year, end = _year(page, part.end if part else place, today)
    if year is None:
        return None
    return _run(place, end, _PARTS[part.name] if part else (1, 12), year, today, "year")


def coming(page: Page, place: int, today: date) -> When | None:
    """Read next month, this week, the next six weeks, les trois prochains mois."""
    here, turn, unit, count = place, "", "", 0
    while here < len(page.tokens):
        word = None if turn else _named(page, here, "turn")
        thing = None if unit else _named(page, here, "unit")
        number = None if count or unit else count_at(page, here)
        if word:
            turn, here = word.name, word.end
        elif thing:
            unit, here = thing.name, thing.end
        elif number:
            count, here = number
        else:
            break
    if not (turn and unit):
        return None
    days = _counted(today, count, unit) if count else _one(today, unit, ahead=turn == "next")
    return When(place, here, *days, year_said=True, kind="coming")


def _counted(today: date, count: int, unit: str) -> tuple[date, date]:
    if unit == "week":
        return today, today + timedelta(days=7 * count - 1)
    return today, _last(today, count * _MONTHS[unit])


def _one(today: date, unit: str, *, ahead: bool) -> tuple[date, date]:
    if unit == "week":
        monday = today + timedelta(days=7 * ahead - today.weekday())
        return monday, monday + timedelta(days=6)
    months = _MONTHS[unit]
    now = today.replace(month=(today.month - 1) // months * months + 1, day=1)
    first = plus_months(now, months * ahead)
    return first, _last(first, months)


def _run(place: int, end: int, run: Run, year: int | None, today: date, kind: str) -> When:
    first = _first(run, year, today)
    said = year is not None
    return When(place, end, first, _last(first, run[1]), exact=False, year_said=said, kind=kind)


def _first(run: Run, year: int | None, today: date) -> date:
    """Return the first day of a run: in its year, or of the next one that is not over."""
    if year is not None:
        return plus_months(date(year, 1, 1), run[0] - 1)
    starts = (plus_months(date(today.year + by, 1, 1), run[0] - 1) for by in (-1, 0, 1))
    return next(first for first in starts if _last(first, run[1]) >= today)


def _last(first: date, months: int) -> date:
    return plus_months(first, months) - timedelta(days=1)


def _year(page: Page, place: int, today: date) -> tuple[int | None, int]:
    """Return the year said at a place, "2027", "'27", "of next year", and the next place."""
    here = place
    while page.form(here) in word_set("dates.year_of") or page.form(here) in _APART:
        here += 1
    figures = integer(page, here, 2020, 2040)
    if figures:
        return figures, here + 1
    if page.form(here - 1) in _APART[:2]:
        return _short_year(page, here)
    said = f"{page.form(here)}_{page.form(here + 1)}"
    for name, ahead in (("dates.next_year", 1), ("dates.this_year", 0)):
        if said in word_set(name):
            return today.year + ahead, here + 2
    return None, place


def _short_year(page: Page, place: int) -> tuple[int | None, int]:
    short = integer(page, place, 25, 40)
    if short is None or counted(page, place + 1):
        return None, place
    return 2000 + short, place + 1


def _named(page: Page, place: int, kind: str) -> _Named | None:
    """Return the longest phrase of a kind of the table that starts at a place."""
    for phrase, name, languages in _phrases(kind).get(page.form(place), ()):
        if all(page.form(place + step) == word for step, word in enumerate(phrase)):
            return _Named(place + len(phrase), name, languages)
    return None


Phrases = dict[str, list[tuple[tuple[str, ...], str, frozenset[str]]]]


@cache
def _phrases(kind: str) -> Phrases:
    """Return the phrases of a kind by their first word, longest first."""
    spoken: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
    for head, *cells in read_table("stretches"):
        for language, cell in zip(LANGUAGES, cells, strict=False):
            for said in filter(None, cell.split(",")) if head.startswith(f"{kind}:") else ():
                phrase = tuple(token.form for token in tokenise(said))
                spoken[phrase, head.partition(":")[2]].add(language)
    found: Phrases = defaultdict(list)
    for (phrase, name), languages in sorted(spoken.items(), key=lambda one: -len(one[0][0])):
        found[phrase[0]].append((phrase, name, frozenset(languages)))
    return dict(found)

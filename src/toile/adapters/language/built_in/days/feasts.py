"""Days that move: Easter and what hangs on it, rules like "fourth Thursday", and the moon's.

The moon's days are a table (``data/language/moon_days.psv``): they are announced, not computed.
"""

from datetime import date, timedelta

from toile.adapters.language.built_in.days.date_parts import month_end
from toile.adapters.language.built_in.text.lexicon import read_table


def easter(year: int) -> date:
    """Return Easter Sunday (Meeus, Jones and Butcher's rule for the Gregorian calendar)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * shift) // 451
    month, day = divmod(h + shift - 7 * m + 114, 31)
    return date(year, month, day + 1)


def feast_day(name: str, today: date, year: int | None) -> date | None:
    """Return the next such day from today on, or that of a given year."""
    if year is not None:
        return _in_year(name, year)
    for candidate in (today.year, today.year + 1):
        day = _in_year(name, candidate)
        if day is not None and day >= today:
            return day
    return None


def _in_year(name: str, year: int) -> date | None:
    if name.startswith("easter"):
        return easter(year) + timedelta(days=int(name.removeprefix("easter")))
    if name[:1].isdecimal():
        month, day = name.split("-")
        return date(year, int(month), int(day))
    rule = _RULES.get(name)
    return _nth_weekday(year, *rule) if rule else _moon(name, year)


# month, weekday (Monday 0), which one of the month (-1 the last), days to add
_RULES = {
    "thanksgiving": (11, 3, 4, 0),
    "blackfriday": (11, 3, 4, 1),
    "cybermonday": (11, 3, 4, 4),
    "mothersday": (5, 6, 2, 0),
    "mothersday first": (5, 6, 1, 0),
    "mothersday last": (5, 6, -1, 0),
    "fathersday": (6, 6, 3, 0),
    "fathersday november": (11, 6, 2, 0),
}


def _nth_weekday(year: int, month: int, weekday: int, nth: int, add: int) -> date:
    first = date(year, month, 1)
    if nth < 0:
        last = month_end(first)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    ahead = (weekday - first.weekday()) % 7 + 7 * (nth - 1)
    return first + timedelta(days=ahead + add)


def _moon(name: str, year: int) -> date | None:
    if name == "midsummereve":
        nineteenth = date(year, 6, 19)
        return nineteenth + timedelta(days=(4 - nineteenth.weekday()) % 7)
    if name == "advent":
        christmas = date(year, 12, 25)
        return christmas - timedelta(days=christmas.isoweekday() + 21)
    for feast, day in read_table("moon_days"):
        if feast == name and day.startswith(str(year)):
            return date.fromisoformat(day)
    return None

"""A month named in a sentence, first to last day: the next to come, unless a year is said.

Without its year a month needs a small word before it: a march through town is no date.
"""

import calendar
import re
from datetime import date

_NAMES = [name.casefold() for name in calendar.month_name]
_NAMED = "|".join(_NAMES[1:])
_MONTH = re.compile(
    rf"\b(?:in|during|for|of|from)\s+(?:early\s+|mid\s+|late\s+)?({_NAMED})\b(?:\s+(20\d\d))?",
    re.I,
)
_WITH_YEAR = re.compile(rf"\b({_NAMED})\s+(20\d\d)\b", re.I)


def month_named(text: str, today: date) -> tuple[date, date] | None:
    """Return the first and last day of the month that a sentence names, or ``None``."""
    found = _WITH_YEAR.search(text) or _MONTH.search(text)
    if found is None:
        return None
    month = _NAMES.index(found[1].casefold())
    year = int(found[2]) if found[2] else today.year + (month < today.month)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])

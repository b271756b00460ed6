"""Days and instants: whole calendar days of a stated zone as half-open spans of time.

Belongs here: reading dates, midnight of a zone, months that end. Does not know: what runs when.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BeforeValidator

Span = tuple[datetime, datetime]
DayRange = tuple[date, date]
FIRST, LAST = date(1900, 1, 1), date(9999, 12, 30)
# A leap year, which has every day that a later one may have.
_LAST_YEAR = 9600


def read_bound(given: Any) -> Any:
    """Return a bare date as a date and anything longer as an instant; other values pass through.

    "9999-12-31", which stands for ever in many contracts, ends in 9600, so that terms and notices
    can be counted from it. Raises ``ValueError`` for a day before 1900.
    """
    if isinstance(given, str):
        text = given.strip()
        given = date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    if not isinstance(given, date):
        return given
    if given.year < FIRST.year:
        raise ValueError(f"a day before {FIRST.year}")
    return given if given.year <= _LAST_YEAR else given.replace(year=_LAST_YEAR)


def read_instant(given: Any) -> Any:
    """Return an instant in UTC; a bare date is its midnight in UTC."""
    found = read_bound(given)
    if isinstance(found, datetime):
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    if isinstance(found, date):
        return datetime.combine(found, time(), UTC)
    return found


Bound = Annotated[datetime | date, BeforeValidator(read_bound)]
Instant = Annotated[datetime, BeforeValidator(read_instant)]


@lru_cache(maxsize=256)
def zone(name: str) -> ZoneInfo:
    """Return the zone of an IANA name. Raises ``ZoneInfoNotFoundError`` for another word."""
    return ZoneInfo(name)


def is_zone(name: str) -> bool:
    """Say whether the name is a time zone."""
    try:
        zone(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


@lru_cache(maxsize=4096)
def midnight(day: date, tz: str) -> datetime:
    """Return the first instant of the day in the zone, in UTC."""
    return datetime.combine(day, time(), zone(tz)).astimezone(UTC)


def start_of(bound: date, tz: str) -> datetime:
    """Return the instant at which a bound begins: a date at its midnight, an instant as it is."""
    if isinstance(bound, datetime):
        return read_instant(bound)  # type: ignore[no-any-return]
    return midnight(bound, tz)


def end_of(bound: date, tz: str) -> datetime:
    """Return the first instant after a bound: a date ends at the next midnight."""
    if isinstance(bound, datetime):
        return read_instant(bound)  # type: ignore[no-any-return]
    return midnight(bound + timedelta(days=1), tz)


def day_of(instant: datetime, tz: str) -> date:
    """Return the calendar day of an instant in the zone."""
    return instant.astimezone(zone(tz)).date()


def first_day(bound: date, tz: str) -> date:
    """Return the day on which a bound begins, in the zone."""
    return day_of(bound, tz) if isinstance(bound, datetime) else bound


def days_overlap(one: DayRange, other: DayRange) -> bool:
    """Say whether two ranges of whole days, both ends included, share a day."""
    return one[0] <= other[1] and other[0] <= one[1]


def last_day_after_months(start: date, months: int) -> date:
    """Return the last day of ``months`` months that begin on ``start``.

    The period ends on the day before the same date of the later month, or on the last day of that
    month where it has no such date.
    """
    index = start.year * 12 + start.month - 1 + months
    year, month = divmod(index, 12)
    if year > _LAST_YEAR:
        return LAST
    try:
        return date(year, month + 1, start.day) - timedelta(days=1)
    except ValueError:
        following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
        return following - timedelta(days=1)


def gaps(asked: Span, given: list[Span]) -> list[Span]:
    """Return the parts of ``asked`` that no span of ``given`` contains, in order."""
    left, at = [], asked[0]
    for start, end in sorted(given):
        if end <= at:
            continue
        if start >= asked[1]:
            break
        if start > at:
            left.append((at, start))
        at = end
    if at < asked[1]:
        left.append((at, asked[1]))
    return left


def age_on(born: date, day: date) -> int:
    """Return the completed years of age on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def said(day: date) -> str:
    """Return a day as people write it: 9 December 2026."""
    return f"{day.day} {day:%B %Y}"


def stretch(first: date | None, last: date | None) -> str:
    """Return a stretch of days as people write it, the year once: 1 Mar to 31 Aug 2027.

    Empty where neither end is known.
    """
    if first is None or last is None:
        known = first or last
        return f"{'from' if first else 'until'} {_short(known)}" if known else ""
    if first == last:
        return _short(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {_short(last)}"
    year = "" if first.year == last.year else f" {first.year}"
    return f"{first.day} {first:%b}{year} to {_short(last)}"


def _short(day: date) -> str:
    return f"{day.day} {day:%b} {day.year}"

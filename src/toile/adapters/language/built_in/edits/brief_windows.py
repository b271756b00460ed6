"""When a campaign runs: "push the launch to 1 April", "until the end of August", "six months"."""

import calendar
from datetime import date, timedelta

from toile.adapters.language.built_in.days.date_parts import When
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at
from toile.domain.commands import SetBrief

_DAY = timedelta(days=1)
_LONGEST_MONTHS = 240


def window_of_days(words: set[str], dates: list[When], live: date | None) -> list[SetBrief]:
    """Return the start or the end that a day is told for; a launch is a start, however it moves.

    An end follows the first day that is known: "until 31 December" of a campaign of next year.
    """
    if not dates:
        return []
    if words & word_set("brief_windows.launch"):
        return [SetBrief(field="window.start", value=dates[0].first)]
    if words & (word_set("brief_windows.until") | word_set("brief_facts.until")):
        last = dates[-1].last
        return [SetBrief(field="window.end", value=_later(last, 12 * _years_to(last, live), 0))]
    return [SetBrief(field="window.start", value=dates[0].first)]


def _years_to(day: date, first: date | None) -> int:
    """Return by how many years a day moves so that it does not lie before the first."""
    return (
        0
        if first is None or day >= first
        else first.year - day.year + ((day.month, day.day) < (first.month, first.day))
    )


def is_until_a_day(brief: Page, piece: tuple[int, int], dates: list[When]) -> bool:
    """Whether a stretch says until which day the pictures run, and names no other day's purpose.

    "Hold 3 until 15 December" and "the client is away until 5 January" speak of something else;
    "until the sun is lower" names no Sunday: a month or a figure stands in what is meant.
    """
    start, end = piece
    words = {brief.form(p) for p in range(start, end)}
    until = word_set("brief_windows.until")
    other = word_set("brief_facts.due") | word_set("brief_facts.shoot")
    asks = any(brief.tokens[p].text == "?" for p in range(start, min(end + 1, len(brief.tokens))))
    certain = [d for d in dates if _is_certain(brief, d)]
    inside = {p for d in dates for p in range(d.start, d.end)}
    shots = any(brief.tokens[p].text.isdecimal() for p in range(start, end) if p not in inside)
    if not certain or shots or asks or words & other or not words & until:
        return False
    return bool(words & word_set("brief_windows.runs")) or brief.form(start) in until


def _is_certain(brief: Page, when: When) -> bool:
    figures = any(brief.form(p)[:1].isdecimal() for p in range(when.start, when.end))
    return figures or brief.has(when.start, when.end, "month")


def window_of_length(page: Page, start: int, end: int, out: Outcome) -> list[SetBrief]:
    """Return the last day of a campaign "of six months" or that runs "three weeks longer"."""
    words = {page.form(p) for p in range(start, end)}
    length = _length(page, start, end)
    past = words & word_set("brief_windows.past")
    if length is None or past or not words & word_set("brief_windows.campaign"):
        return []
    months, days = length
    more = words & word_set("brief_shift.later")
    less = words & word_set("brief_windows.shorter")
    first, last = out.context.live
    if more or less:
        way = -1 if less else 1
        return _moved(last, way * months, way * days, out)
    if first is None:
        out.asks.append("From which day does the campaign run?")
        return []
    return [SetBrief(field="window.end", value=_later(first, months, days) - _DAY)]


def _moved(last: date | None, months: int, days: int, out: Outcome) -> list[SetBrief]:
    if last is None:
        out.asks.append("Until which day does the campaign run?")
        return []
    return [SetBrief(field="window.end", value=_later(last, months, days))]


def _length(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the months and days of "six months", "three weeks", "one year"."""
    for place in range(start, end):
        counted = count_at(page, place)
        if counted is None or counted[1] >= end:
            continue
        unit = page.form(counted[1])
        if unit in word_set("brief_windows.years"):
            return (12 * counted[0], 0) if 12 * counted[0] <= _LONGEST_MONTHS else None
        if unit in word_set("brief_shift.month"):
            return (counted[0], 0) if counted[0] <= _LONGEST_MONTHS else None
        if unit in word_set("brief_shift.week"):
            return (0, 7 * counted[0])
    return None


def _later(day: date, months: int, days: int) -> date:
    """Return the same day so many months later, the last of the month where there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    same = min(day.day, calendar.monthrange(year, month + 1)[1])
    return date(year, month + 1, same) + timedelta(days=days)

"""Dates with two readings, settled by a date of the same text that has only one."""

from collections.abc import Sequence
from dataclasses import replace

from toile.adapters.language.built_in.days.date_parts import When, integer
from toile.adapters.language.built_in.text.page import Page

_MONTHS = 12


def settled(page: Page, found: Sequence[When]) -> list[When]:
    """Return the dates; beside 28/2/28 a 1/9/27 is a day in September."""
    figures = [pair for when in found if (pair := _figures(page, when))]
    day_first = any(one > _MONTHS for one, _ in figures)
    month_first = any(two > _MONTHS for _, two in figures)
    if day_first == month_first:
        return list(found)
    return [_read(page, when, day_first=day_first) for when in found]


def _figures(page: Page, when: When) -> tuple[int, int] | None:
    """Return the two figures of "28/2/28"."""
    one, two = integer(page, when.start, 1, 31), integer(page, when.start + 2, 1, 31)
    slash = page.form(when.start + 1) == "/"
    return (one, two) if one and two and slash else None


def _read(page: Page, when: When, *, day_first: bool) -> When:
    if when.other is None or _figures(page, when) is None:
        return when
    day = when.first if day_first else when.other
    return replace(when, first=day, last=day, other=None)

"""Bounds below 18 for a cast: "models from 16", "casting between 16 and 20"."""

from toile.adapters.language.built_in.flags.grown import (
    AGES,
    CLOSES,
    OLDEST_CHILD,
    YOUNGEST,
    figure_at,
)
from toile.adapters.language.built_in.flags.no_ages import is_of_a_clock, lasts
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_REACH = 6
_STEPS = 3
_TEENS = 13
_THINGS = ("g", "h", "b", "j", "p", "s", "noun", "media", "unit", "m")


def is_young_bound(page: Page, place: int) -> bool:
    """Whether a number below 18 is the least age of a cast."""
    value = figure_at(page, place)
    if (
        value is None
        or not YOUNGEST <= value <= OLDEST_CHILD
        or lasts(page, place)
        or is_of_a_clock(page, place)
    ):
        return False
    end, ranged = _end(page, place)
    aged = page.form(end) in AGES
    open_ended = _goes_up(page, end + aged)
    closed = aged or open_ended or _closes(page, end)
    led = _lead(page, place)
    between = ranged and page.form(led) in word_set("minors.between")
    bound = open_ended or between or page.form(led) in word_set("minors.from_age")
    if not (closed and bound) or (value < _TEENS and not aged) or _is_a_size(page, led):
        return False
    # "On set from 14 to 17" may be hours: a cast stands right before a bound without years.
    loose = page.form(led) in word_set("minors.loosely") and not (aged or open_ended)
    if loose and not _is_cast(page, led - 1):
        return _musts(page, place)
    return _of_a_cast(page, place)


def _end(page: Page, place: int) -> tuple[int, bool]:
    """Return where a number ends, with the one that it reaches to: "16 and 20"."""
    joined = page.form(place + 1) in word_set("asks.joins") | word_set("minors.up_to")
    other = page.form(place + 2)
    skipped = other in word_set("minors.the_ages")
    other = page.form(place + 2 + skipped)
    return (place + 3 + skipped, True) if joined and other.isdecimal() else (place + 1, False)


def _closes(page: Page, end: int) -> bool:
    last = end >= len(page.tokens) or end >= page.segment_of(end - 1).end
    return last or page.form(end) in CLOSES | word_set("minors.be")


def _goes_up(page: Page, end: int) -> bool:
    """Whether "+", "and over", "in su" follows."""
    here = end + (page.form(end) in word_set("asks.joins") | word_set("minors.within"))
    return page.form(end) == "+" or page.form(here) in word_set("minors.upwards")


def _lead(page: Page, place: int) -> int:
    """Return the place of the word that leads up to a number, over small words."""
    here = place - 1
    while page.form(here) in word_set("minors.the_ages") and place - here <= _STEPS:
        here -= 1
    return here


def _of_a_cast(page: Page, place: int) -> bool:
    """Whether a cast is spoken of before, or somebody must be so: "must be over 15"."""
    first = max(page.segment_of(place).start, place - _REACH)
    for here in range(place - 1, first - 1, -1):
        if page.first(here, *_THINGS) or page.form(here) in word_set("minors.paid"):
            return False
        if _is_cast(page, here):
            return True
    return _musts(page, place)


def _is_cast(page: Page, place: int) -> bool:
    people = page.span_at(place, "people") if place >= 0 else None
    return people is not None or page.form(place) in word_set("minors.cast")


def _is_a_size(page: Page, led: int) -> bool:
    near = {page.form(p) for p in range(max(0, led - 1), led + 2)}
    return not near.isdisjoint(word_set("ages.sizes"))


def _musts(page: Page, place: int) -> bool:
    """Whether somebody must be so old, and no more is said: "must be over 15"."""
    first = max(page.segment_of(place).start, place - _REACH)
    forms = {page.form(p) for p in range(first, place)}
    must = forms & word_set("minors.must")
    small = word_set("minors.must_be") | word_set("minors.from_age") | word_set("minors.the_ages")
    return bool(must) and forms <= word_set("minors.must") | small

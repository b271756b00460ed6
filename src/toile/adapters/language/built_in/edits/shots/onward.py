"""Shots from a place in the list on: "everything from 3", "ab der 2 jedes zweite"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import Number, numbers
from toile.adapters.language.built_in.edits.shots.target_kinds import ARTICLES, Target
from toile.adapters.language.built_in.text.lexicon import Span
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList


def named_onward(page: Page, clause: Clause, shots: ShotList, scope: Span | None) -> Target | None:
    """Read "from 2 on every second": all or every second of the shots behind a number."""
    if scope is None or scope.name not in ("all", "second"):
        return None
    for number in numbers(page, clause):
        led = _lead(page, clause.start, number)
        goes_on = page.span_at(number.end, "reach")
        on = goes_on is not None and goes_on.name == "on"
        if led is None or not (on or led.name == "start" or scope.name == "second"):
            continue
        ids = tuple(s.id for s in shots.shots if s.no >= number.value)
        if not ids:
            return Target(how="number", missing=(number.value,), places={number.start})
        end = goes_on.end if goes_on is not None and on else number.end
        step = 2 if scope.name == "second" else 1
        places = set(range(led.start, end)) | set(range(scope.start, scope.end))
        return Target(shots=ids[::step], how="all", places=places, plural=True)
    return None


def _lead(page: Page, start: int, number: Number) -> Span | None:
    """Return the "from", "ab", "a partir de" before a number and its article."""
    place = number.start - 1
    while place > start and (
        page.form(place) in ARTICLES or page.span_at(place, "noun") is not None
    ):
        if page.span_at(place, "reach") is not None:
            break
        place -= 1
    for first in range(max(start, place - 3), number.start):
        span = page.span_at(first, "reach")
        if span is not None and span.name != "on" and span.end > place:
            return span
    return None

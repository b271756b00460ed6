"""Shots from a place on: "everything from 3", "all after 2", "ab der 2 jedes zweite"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.numbers import Number, numbers
from toile.adapters.language.built_in.edits.message.talk import named_in
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


def named_on_a_side(page: Page, clause: Clause, shots: ShotList) -> Target | None:
    """Read "everything after 3", "all before the kitchen": the shots on one side of another."""
    for scope in page.spans(clause.start, clause.end, "ref"):
        side = page.span_at(scope.end, "pos")
        if scope.name != "all" or side is None or side.name not in ("before", "after"):
            continue
        place = side.end
        while page.form(place) in ARTICLES or page.span_at(place, "noun") is not None:
            place += 1
        beside = _shot_at(page, clause, shots, side.end, place)
        if beside is not None:
            no, end = beside
            after = side.name == "after"
            ids = tuple(s.id for s in shots.shots if (s.no > no if after else s.no < no))
            places = set(range(scope.start, end))
            return Target(shots=ids, how="description", places=places, plural=True) if ids else None
    return None


def _shot_at(
    page: Page, clause: Clause, shots: ShotList, start: int, place: int
) -> tuple[int, int] | None:
    """Return the number of the one shot that is named there, and where its name ends."""
    told = [(n.value, n.end) for n in numbers(page, clause) if n.start == place]
    order = page.span_at(place, "ord")
    if order is not None and order.name.isdecimal():
        told.append((int(order.name), order.end))
    phrases = [(p.shots, p.end) for p in named_in(page, start, clause.end) if p.start <= place]
    mentions = [(m.shots, m.end) for m in clause.mentions if m.start == place]
    told += [(shots.shot(ids[0]).no, end) for ids, end in (*phrases, *mentions) if len(ids) == 1]
    return next((one for one in told if one[0] <= len(shots)), None)


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

"""Room that is left for words: "copy space on the left in 2", "Platz für Text oben"."""

from functools import cache

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SetField
from toile.domain.shots import ShotList

_SIDES = ("top", "bottom", "left", "right")
_NAMED = ("number", "ordinal", "description", "all", "rest", "both", "only")
_AHEAD, _BEHIND = 4, 7


def read_room(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read a wish for room and take its words out of the page; return whether there was one."""
    found = _room(page, clause)
    if found is None:
        return False
    start, end, side = found
    target = resolve(page, clause, base, out.context)
    shots = target.shots if target.how in _NAMED else out.last or target.shots
    gone = page.form(start - 1) in word_set("room.no") or page.form(start) in word_set("room.no")
    if not shots:
        out.asks.append("In which shot shall there be room for copy?")
    elif not side and not gone:
        out.asks.append("On which side shall there be room for copy?")
    else:
        out.last, out.last_fields = shots, ("copy_space",)
        out.do(SetField(shots=shots, field="copy_space", value=None if gone else side))
    without(page, start, end)
    return True


def _room(page: Page, clause: Clause) -> tuple[int, int, str] | None:
    """Return the words for room and the side that is told, "" for none."""
    for place in range(clause.start, clause.end):
        joined = page.form(place) in word_set("room.joined")
        if not joined and page.form(place) not in word_set("room.space"):
            continue
        start, cued = _lead(page, clause, place)
        side, behind = _side(page, clause, place)
        copy = _copy_end(page, clause, place)
        told = joined or bool(copy) or page.form(place - 1) in word_set("room.empty")
        if not side and start > clause.start and page.form(start - 1) in _sided():
            side, start = _side_of(page.form(start - 1)), start - 1
        if told or (cued and side):
            return start, max(place + 1, behind, copy), side
    return None


def _lead(page: Page, clause: Clause, place: int) -> tuple[int, bool]:
    """Return where the words for room begin, and whether a wish leads them: "leave some"."""
    start, cued = place, False
    while start > max(clause.start, place - _AHEAD):
        form = page.form(start - 1)
        cue = form in word_set("room.cues")
        if not (cue or form in word_set("room.small") or form in word_set("room.empty")):
            break
        cued |= cue
        start -= 1
    return start, cued


def _copy_end(page: Page, clause: Clause, place: int) -> int:
    """Return the end of "for the headline" behind the room, 0 where nothing follows."""
    for here in range(place + 1, min(clause.end, place + _AHEAD + 1)):
        if page.form(here) in word_set("room.copy"):
            return here + 1
    return 0


def _side(page: Page, clause: Clause, place: int) -> tuple[str, int]:
    """Return the sides told behind the room, as "bottom right", and where their words end."""
    near = range(place + 1, min(clause.end, place + _BEHIND))
    told = {side: here + 1 for here in near if (side := _side_of(page.form(here)))}
    end = max(told.values(), default=0)
    sides = " ".join(side for side in _SIDES if side in told)
    return sides, end + (end > 0 and page.form(end) in word_set("room.side"))


def _side_of(form: str) -> str:
    return next((side for side in _SIDES if form in word_set(f"room.{side}")), "")


@cache
def _sided() -> frozenset[str]:
    return frozenset[str]().union(*(word_set(f"room.{side}") for side in _SIDES))

"""What would have to change so that refused shots could be drawn: the use, or who is in them.

Belongs here: trying a way out on the whole board before it is offered. Does not: the remedies
themselves, which are found with the decision (``domain.rights``).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.brief import Usage
from toile.domain.errors import NotFound
from toile.domain.ids import ShotId, TwinId
from toile.domain.rights import Remedy
from toile.domain.twins import NoTwin, Twin
from toile.domain.values import Value
from toile.workflow.cast_shots import CastShots, PanelDecision
from toile.workflow.plan_shots import PlanShots, used_otherwise
from toile.workflow.uses import renamed

MOST_STEPS = 6
MOST_TWINS = 2
# What a way to a yes costs, by the effort of its remedy.
EFFORT = ("Free", "Record a fact", "Ask the agent", "Pay")


class Way(Value):
    """One way out, tried: the shots it opens, and the use or the twin that it takes."""

    say: str
    opens: tuple[ShotId, ...]
    usage: Usage | None = None
    twin: TwinId | None = None


class Instead(Value):
    """A way out of a refused wish: ``words`` ask for it, or are empty where others must act."""

    say: str
    quiet: str
    words: str = ""


@dataclass(frozen=True)
class FindWays:
    """Find the ways to a yes for a whole board, and take one."""

    casts: CastShots
    plans: PlanShots

    def listed(self, board: Board) -> tuple[Way, ...]:
        """Return ways that open at least one refused shot, those that open most first."""
        refused = _refused(self.casts.decisions(board))
        if not refused:
            return ()
        found: dict[Usage | TwinId | None, Way] = {}
        for way in (*self._uses(board, refused), *self._people(board, refused)):
            if way.opens:
                found.setdefault(way.usage or way.twin, way)
        return tuple(sorted(found.values(), key=lambda way: -len(way.opens)))

    def instead(self, board: Board, message: str) -> tuple[Instead, ...]:
        """Return what could be asked for instead of a person whom a message names and who is
        refused: the same wish with somebody who is cleared, then what others would have to do.
        """
        refused, others = self.casts.asked_for(board, message)
        found = [_same_wish(message, one.twin, other.twin) for one in refused for other in others]
        for one in refused:
            remedies = sorted(one.decision.remedies, key=lambda remedy: remedy.effort)
            found += [
                Instead(say=remedy.say, quiet=EFFORT[min(remedy.effort, 3)])
                for remedy in remedies
                if remedy.kind != "other_twin"
            ]
        return tuple(found)

    def take(self, board: Board, say: str, *, by: str) -> Board:
        """Return the board with a way taken; raises ``NotFound`` for one no longer on offer."""
        for way in self.listed(board):
            if way.say == say and way.twin is not None:
                return self.plans.cast(board, way.opens, way.twin, by=by)
            if way.say == say and way.usage is not None:
                return self.plans.use_otherwise(board, way.usage, say, by=by)
        raise NotFound("That way to a yes is no longer on offer.", hint="Look again.")

    def _uses(self, board: Board, refused: list[PanelDecision]) -> Iterator[Way]:
        """Each change of the use that a remedy names, alone and followed to the end."""
        first = {one.say: one for decided in refused for one in _free(board.usage, decided)}
        for remedy in first.values():
            yield self._followed(board, refused, remedy, MOST_STEPS)
            yield self._followed(board, refused, remedy, 1)

    def _followed(
        self, board: Board, refused: list[PanelDecision], remedy: Remedy | None, steps: int
    ) -> Way:
        said: list[str] = []
        usage, closed = board.usage, refused
        while remedy is not None and len(said) < steps:
            said.append(remedy.say)
            usage = used_otherwise(usage, remedy)
            closed = _refused(self.casts.decisions(board.model_copy(update={"usage": usage})))
            remedy = next((one for still in closed for one in _free(usage, still)), None)
        return Way(say=" ".join(said), opens=_opened(refused, closed), usage=usage)

    def _people(self, board: Board, refused: list[PanelDecision]) -> Iterator[Way]:
        """The twins cleared for the first refused shot, in every refused shot they may be in."""
        sought = board.panel(refused[0].shot)
        cleared = [one.twin for one in self.casts.candidates(board, sought) if one.allowed]
        for twin in cleared[:MOST_TWINS]:
            closed = _refused(self.casts.decisions(_with_twin(board, refused, twin)))
            opens = _opened(refused, closed)
            numbers = ", ".join(str(board.panel(shot).now.shot.no) for shot in opens)
            shots = "shot" if len(opens) == 1 else "shots"
            yield Way(say=f"Cast {twin.name} in {shots} {numbers}.", opens=opens, twin=twin.id)


def _same_wish(message: str, wanted: Twin, other: Twin) -> Instead:
    first = other.name.split()[0]
    hair = f"{other.hair.style}, {other.hair.colour}"
    return Instead(
        say=f"Ask for {first} instead",
        quiet=f"Cleared · {other.measurements.height_cm:.0f} cm · {hair}",
        words=renamed(message, wanted.name, first),
    )


def _refused(decisions: tuple[PanelDecision, ...]) -> list[PanelDecision]:
    return [decided for decided in decisions if not decided.allowed]


def _opened(before: list[PanelDecision], after: list[PanelDecision]) -> tuple[ShotId, ...]:
    closed = {decided.shot for decided in after}
    return tuple(ShotId(one.shot) for one in before if one.shot not in closed)


def _free(usage: Usage, decided: PanelDecision) -> Iterator[Remedy]:
    """The remedies of a shot that cost nothing and are a change of the use."""
    for role in decided.casting.refusals:
        for remedy in role.decision.remedies:
            narrows = "twins" not in remedy.change and used_otherwise(usage, remedy) != usage
            if remedy.effort == 0 and narrows:
                yield remedy


def _with_twin(board: Board, refused: list[PanelDecision], twin: Twin) -> Board:
    """The board as it would be with a twin in every refused shot that lets its people change."""
    shots = {decided.shot for decided in refused}
    panels = []
    for panel in board.panels:
        now = panel.now
        if panel.id in shots and "talent" not in now.shot.locked and _alone(now.cast):
            shot = now.shot.with_(talent=(twin.name,))
            panel = panel.with_changed(now.model_copy(update={"shot": shot, "cast": (twin.id,)}))
        panels.append(panel)
    return board.model_copy(update={"panels": tuple(panels)})


def _alone(cast: tuple[TwinId | NoTwin, ...]) -> bool:
    return len(cast) == 1

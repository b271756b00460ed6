"""Who may stand in these shots: the roster answered in the conversation, decided for their use.

Belongs here: which twins every named shot may show, and how that is said. Does not: the decision
(``CastShots``), reading wishes and uses out of words (``FindTwins``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.rights import Outcome
from toile.domain.roster import Wishes
from toile.domain.shots import Shot
from toile.domain.values import Value
from toile.workflow.cast_shots import Candidate, CastShots, candidate_of
from toile.workflow.find_twins import FindTwins, FoundTwin, ReadUse, asked, fitting
from toile.workflow.moment import Moment

NAMED = 4


class Standing(Value):
    """A twin for several shots: how it fits the words, and its answer furthest from a yes."""

    fits: bool
    hardest: Candidate

    @property
    def name(self) -> str:
        """Return the twin's name."""
        return self.hardest.twin.name


@dataclass(frozen=True)
class WhoMay:
    """Say it; what the words tell of a use or of a person counts, the rest is as on the board."""

    casts: CastShots
    finds: FindTwins

    def __call__(self, board: Board, shots: Sequence[str], text: str) -> str:
        """Return who is cleared for all of the shots, who needs a yes of their own, who is near."""
        wanted = tuple(shots) or tuple(panel.id for panel in board.panels)
        if not wanted:
            return "There is no shot yet. Plan some, then ask who may be in them."
        read, wishes = asked(self.finds, text)
        standings = self._standings(board, wanted, read, wishes)
        cast = {t for shot in wanted for t in self.casts.twins_of(board.panel(shot).now.shot)}
        where = _where(board, wanted) + (f" ({', '.join(read.said)})" if read.said else "")
        here = [one for one in standings if one.hardest.twin.id in cast]
        others = [one for one in standings if one not in here]
        fit = [one for one in others if one.fits]
        wish = ", ".join(one.said for one in wishes.wishes)
        if fit:
            return " ".join(_told(where, wish, here, fit))
        lost = f"Nobody else on file is a match for “{wish}”."
        return " ".join((lost, *_told(where, "", here, others)))

    def _standings(
        self, board: Board, shots: Sequence[str], read: ReadUse, wishes: Wishes
    ) -> list[Standing]:
        """Return everybody's standing in the first shot's order; who fits the words first."""
        first, *rest = shots
        there = board.model_copy(update={"usage": read.over(board.usage)})
        if wishes.wishes:
            found: Sequence[Candidate] = fitting(self.finds, board, first, read, wishes)
        else:
            found = self.casts.candidates(there, board.panel(first))
        now = self.casts.now()
        others = [board.panel(shot).now.shot.with_(talent=()) for shot in rest]
        return [_standing(now, one, others, there) for one in found]


def _standing(now: Moment, first: Candidate, shots: Sequence[Shot], board: Board) -> Standing:
    """Ask on from shot to shot while nothing refuses: one refusal is enough."""
    hardest = first
    for shot in shots:
        if not _open(hardest):
            break
        again = candidate_of(now, first.twin, shot, brand=board.brand, usage=board.usage)
        hardest = min(hardest, again, key=_strength)
    return Standing(fits=not (isinstance(first, FoundTwin) and first.unmet), hardest=hardest)


def _open(one: Candidate) -> bool:
    return one.allowed or one.decision.outcome is Outcome.NEEDS_APPROVAL


def _strength(one: Candidate) -> int:
    return one.decision.outcome.strength


def _told(
    where: str, wish: str, here: Sequence[Standing], others: Sequence[Standing]
) -> Iterator[str]:
    cleared = [one for one in others if one.hardest.allowed]
    asking = [one for one in others if one.hardest.decision.outcome is Outcome.NEEDS_APPROVAL]
    there = [one for one in here if one.hardest.allowed]
    besides = f" besides {_some(there)}" if there else ""
    besides = f", asked for “{wish}”" if wish else besides
    if cleared:
        yield f"Cleared for {where}{besides}: {_some(cleared)}."
    else:
        yield f"Nobody{besides} is cleared for {where}."
    for one in here:
        if one not in there:
            yield f"{one.name}, who is cast, is not: {one.hardest.because}"
    if asking:
        yield f"Once the agency says yes: {_some(asking)}."
    elif not cleared and others:
        yield f"Nearest is {others[0].name}: {others[0].hardest.because}"
    if len(others) > min(len(cleared), NAMED) + min(len(asking), NAMED):
        yield "The Casting page has everybody, each with the clause."


def _where(board: Board, shots: Sequence[str]) -> str:
    numbers = sorted(board.panel(shot).now.shot.no for shot in shots)
    if len(numbers) == len(board.panels) > 1:
        return "every shot"
    return f"shot{'s' if len(numbers) > 1 else ''} {_listed([str(no) for no in numbers])}"


def _some(found: Sequence[Standing]) -> str:
    names = [one.name for one in found[:NAMED]]
    more = len(found) - len(names)
    return f"{', '.join(names)} and {more} more" if more else _listed(names)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))

"""May these pictures be used so: rights told in the conversation, for the use that is asked about.

Belongs here: whose rights a question is about, and how the answer is said. Does not: the decision
(``CastShots``), reading a use out of words (``FindTwins``).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.twins import Twin
from toile.workflow.cast_shots import CastShots, candidate_of
from toile.workflow.find_twins import FindTwins, asked

_Told = tuple[int, str]
"""The number of a shot, and what refuses it: nothing where it is cleared."""


@dataclass(frozen=True)
class MayWe:
    """Say it; what the words tell of a use or of a person counts, the rest is as on the board."""

    casts: CastShots
    finds: FindTwins

    def __call__(self, board: Board, shots: Sequence[str], text: str = "") -> str:
        """Return which of the shots are cleared for that use, and what refuses the others."""
        wanted = set(shots) or {panel.id for panel in board.panels}
        there, use = board, ""
        if text:
            read, _ = asked(self.finds, text)
            there = board.model_copy(update={"usage": read.over(board.usage)})
            use = f" for {', '.join(read.said)}" if read.said else ""
        people = self._not_cast(there, wanted, text)
        if not people:
            return _answer("", use, list(self._as_cast(there, wanted)))
        told = ((f"{one.name}: ", list(self._with(there, wanted, one))) for one in people)
        return " ".join(_answer(who, use, shots) for who, shots in told)

    def elsewhere(self, board: Board, shots: Sequence[str], text: str) -> str:
        """Return what refuses people whom words want in a medium that is not planned, if any."""
        read, _ = asked(self.finds, text)
        if set(read.usage.media or ()) <= set(board.usage.media or ()):
            return ""
        there = board.model_copy(update={"usage": read.over(board.usage)})
        wanted, use = set(shots), f" for {', '.join(read.said)}"
        people = self._not_cast(there, wanted, text)
        told = ((one, list(self._with(there, wanted, one))) for one in people)
        return " ".join(
            _answer(f"{one.name}: ", use, shots)
            for one, shots in told
            if any(no for _, no in shots)
        )

    def _as_cast(self, board: Board, wanted: set[str]) -> Iterator[_Told]:
        for one in self.casts.decisions(board):
            if one.shot in wanted:
                yield board.panel(one.shot).now.shot.no, "" if one.allowed else one.headline

    def _with(self, board: Board, wanted: set[str], twin: Twin) -> Iterator[_Told]:
        """Decide for somebody who is not cast, as if that person alone stood in the shots."""
        now = self.casts.now()
        for panel in (one for one in board.panels if one.id in wanted):
            shot = panel.now.shot.with_(talent=())
            found = candidate_of(now, twin, shot, brand=board.brand, usage=board.usage)
            yield panel.now.shot.no, "" if found.allowed else found.because

    def _not_cast(self, board: Board, wanted: set[str], text: str) -> tuple[Twin, ...]:
        """Return the people on file whom the words name and who stand in none of the shots."""
        cast = {t for shot in wanted for t in self.casts.twins_of(board.panel(shot).now.shot)}
        named = (one for one in self.casts.now().twins if _names(text, one))
        return tuple(one for one in named if one.id not in cast)


def _names(text: str, twin: Twin) -> bool:
    first = re.escape(twin.name.split()[0])
    return re.search(rf"(?<!\w){first}(?!\w)", text, re.IGNORECASE) is not None


def _answer(who: str, use: str, told: Sequence[_Told]) -> str:
    refused = [one for one in told if one[1]]
    if not refused:
        every = "Every shot is cleared" if len(told) > 1 else "Cleared"
        return f"{who}{every}{use}."
    if len(told) == 1:
        return f"{who}Not cleared{use}. {refused[0][1]}"
    listed = " ".join(
        f"{_shots([no for no, why in refused if why == reason])}: {reason}"
        for reason in dict.fromkeys(why for _, why in refused)
    )
    cleared = f"{len(told) - len(refused)} of {len(told)} are cleared{use}"
    return f"{who}{cleared}. Not cleared, {listed}"


def _shots(numbers: Sequence[int]) -> str:
    """Say "shot 3", "shots 1 to 4 and 6"."""
    runs: list[list[int]] = []
    for no in sorted(numbers):
        if runs and no == runs[-1][-1] + 1:
            runs[-1].append(no)
        else:
            runs.append([no])
    said = [
        f"{run[0]} to {run[-1]}" if len(run) > 2 else " and ".join(map(str, run)) for run in runs
    ]
    return f"shot{'s' if len(numbers) > 1 else ''} {', '.join(said)}"

"""A proposal: what a message would do to a board, in words, before anything is done.

Belongs here: the value and the words that stand beside it. Does not: making or applying one.
"""

from toile.domain.board import Board, Panel
from toile.domain.commands import Command, EditAnswer, EditContext, Redraft, Vary, describe
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList
from toile.domain.values import Value


class Proposal(Value):
    """What a message would do, in words, before anything is done.

    ``shots`` is the whole list as it would be; ``commands`` say how it came about.
    """

    message: str
    revision: int
    answer: EditAnswer
    lines: tuple[str, ...] = ()
    stays: str = ""
    changed: tuple[ShotId, ...] = ()

    @property
    def type(self) -> str:
        """Return change, partial, ask, refuse, answer or none."""
        return self.answer.type

    @property
    def say(self) -> str:
        """Return the sentence for the conversation."""
        return self.answer.say

    @property
    def commands(self) -> tuple[Command, ...]:
        """Return the typed commands."""
        return self.answer.commands


def wording_of(command: Command, context: EditContext) -> str:
    """Say a command as the start of a sentence."""
    words = describe(command, context)
    return words[:1].upper() + words[1:]


def same(one: Shot, other: Shot) -> bool:
    return one.with_(no=1) == other.with_(no=1)


def changed_shots(board: Board, shots: ShotList) -> tuple[ShotId, ...]:
    known = {panel.id: panel.now.shot for panel in board.panels}
    return tuple(
        shot.id for shot in shots.shots if shot.id not in known or not same(known[shot.id], shot)
    )


def stays(board: Board, changed: tuple[ShotId, ...]) -> str:
    left = len([panel for panel in board.panels if panel.id not in changed])
    if not changed or not left:
        return ""
    others = "The other shot stays" if left == 1 else f"The other {left} shots stay"
    return f"{others} as {'it is' if left == 1 else 'they are'}."


def names(command: Redraft | Vary, panel: Panel) -> bool:
    named = (command.shot,) if isinstance(command, Vary) else command.shots
    return panel.id in named

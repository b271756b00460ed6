"""A proposal: what a message would do to a board, in words, before anything is done.

Belongs here: the value and the words that stand beside it. Does not: making or applying one.
"""

from dataclasses import dataclass

from toile.domain.board import Board, Panel
from toile.domain.commands import Command, EditAnswer, EditContext, Offered, Redraft, Vary, describe
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
        """Return change, partial, ask, refuse, answer or none; agree or decline to a plan."""
        return self.answer.type

    @property
    def say(self) -> str:
        """Return the sentence for the conversation."""
        return self.answer.say

    def and_then(self, more: "Proposal") -> "Proposal":
        """Return this and what was said upon it, which was read on the shots as planned here."""
        # Who asks for the same twice is told it once.
        say = self.say if more.say in self.say else f"{self.say} {more.say}".strip()
        answer = more.answer.model_copy(
            update={
                "type": "partial" if "partial" in (self.type, more.type) else more.type,
                "commands": (*self.commands, *more.commands),
                "say": say,
            }
        )
        return more.model_copy(
            update={
                "message": f"{self.message}\n{more.message}",
                "answer": answer,
                "lines": (*self.lines, *more.lines),
            }
        )

    @property
    def commands(self) -> tuple[Command, ...]:
        """Return the typed commands."""
        return self.answer.commands


@dataclass(frozen=True)
class Waits:
    """What waits while words are said: a plan, or another offer.

    Where something is offered ``words`` are what was said, to be no more than a yes or a no.
    ``to`` is what they were said to.
    """

    plan: Proposal | None = None
    words: str = ""
    to: Offered = "plan"


NOTHING = Waits()


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

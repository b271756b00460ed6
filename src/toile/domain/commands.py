"""The typed commands: the whole vocabulary of change to a board.

Each command changes a shot list in one way, says itself to a person, and is refused by name where
it cannot be done. What is not named does not change. Knows nothing of words, models or screens.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from toile.domain.board_commands import (
    AlsoVersion,
    AskCast,
    AskGuideline,
    CheckRights,
    Draft,
    Quote,
    Redo,
    Redraft,
    RestoreVersion,
    SetBrief,
    Undo,
    Vary,
)
from toile.domain.brief import Flag
from toile.domain.editing import EditContext, FieldValue, LoggedChange, LogStep, ShotVersion
from toile.domain.field_commands import (
    AddItems,
    CopyFields,
    Lock,
    RemoveItems,
    ReplaceItem,
    SetField,
    StepField,
    SwapFields,
    Unlock,
)
from toile.domain.likeness import LessLike, MoreLike
from toile.domain.list_commands import (
    AddShot,
    DeleteShots,
    DuplicateShot,
    MoveShots,
    Reorder,
    SwapShots,
)
from toile.domain.shots import ShotList
from toile.domain.values import Value

__all__ = [
    "AddItems", "AddShot", "AlsoVersion", "AskCast", "AskGuideline", "CheckRights", "Command",
    "CopyFields", "DeleteShots", "Draft", "DuplicateShot", "EditAnswer", "EditContext",
    "FieldValue", "LessLike", "Lock", "LogStep", "LoggedChange", "MoreLike", "MoveShots", "Quote",
    "Redo", "Redraft", "RemoveItems", "Reorder", "ReplaceItem", "RestoreVersion", "Said",
    "SetBrief", "SetField", "ShotVersion", "StepField", "SwapFields", "SwapShots", "Undo", "Unlock",
    "Vary", "apply", "describe",
]  # fmt: skip


# What a person can say; a language model speaks for her and has no other words.
Said = (
    SetField | StepField | AddItems | RemoveItems | ReplaceItem | CopyFields | SwapFields
    | MoreLike | LessLike | AddShot | DeleteShots | DuplicateShot | MoveShots | SwapShots
    | Reorder | Lock | Unlock | Undo | Redo | RestoreVersion | SetBrief | Draft | Redraft | Vary
    | AskGuideline | AskCast | CheckRights | Quote
)  # fmt: skip
# Beside it, what the studio makes of a wish for variations.
Command = Annotated[Said | AlsoVersion, Field(discriminator="do")]


# To a plan that waits: yes, no, or "no, rather so".
Reply = Literal["agree", "decline", "instead"]
# What words are said to: a plan that waits, an offer to draw, or the drawing under way.
Offered = Literal["plan", "pictures", "work"]
AnswerType = Literal["change", "partial", "ask", "refuse", "answer", "none", "agree", "decline"]


class EditAnswer(Value):
    """What a message comes to: the board after it, the commands, and one thing to say.

    ``unheard`` are words that seem to wish for something and came to nothing.
    """

    type: AnswerType
    shots: ShotList
    commands: tuple[Command, ...] = ()
    say: str = ""
    flag: Flag | None = None
    unheard: tuple[str, ...] = ()


def apply(commands: Iterable[Command], context: EditContext) -> ShotList:
    """Carry the commands out in order, all or none; raises ``CommandRefused`` by name."""
    shots = context.shots
    for command in commands:
        shots = command.change(shots, context)
    return shots


def describe(command: Command, context: EditContext) -> str:
    """Say a command to a person, with the numbers she sees."""
    return command.words(context)

"""The moodboard: pictures that people bring, kept beside a board as references and never shown out.

What is read from them is their colours, and nothing else: not people, poses or clothes. They are
not drafts of ours, carry no mark, and leave the house in no export.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from toile.domain.board import Board
from toile.domain.errors import BadInput
from toile.domain.ids import BoardId
from toile.domain.looks import Hex
from toile.domain.values import Value
from toile.domain.wardrobe import Colour, named
from toile.workflow.ports import Clock

MOST = 40


class Mood(Value):
    """One reference: its own name, its size, and the colours most of it is made of."""

    id: str
    name: str
    width: int
    height: int
    colours: tuple[Hex, ...]
    by: str = ""


class Moods(Protocol):
    """Where references lie, by board. ``read`` raises ``BadInput`` for what is no picture."""

    def read(self, data: bytes, mood: str, name: str, by: str) -> tuple[Mood, bytes]: ...
    def keep(self, board: BoardId, mood: Mood, data: bytes) -> None: ...
    def listed(self, board: BoardId) -> tuple[Mood, ...]: ...
    def picture(self, board: BoardId, mood: str) -> bytes: ...
    def forget(self, board: BoardId, mood: str) -> None: ...


@dataclass(frozen=True)
class Moodboard:
    """Keep references, and give them back."""

    moods: Moods
    clock: Clock
    names: Callable[[], dict[str, Hex]]

    def keep(self, board: Board, data: bytes, name: str, *, by: str) -> Mood:
        """Keep a picture as a reference of a board; says what was read from it."""
        if len(self.moods.listed(board.id)) >= MOST:
            raise BadInput(
                f"A moodboard holds {MOST} pictures.", hint="Take one away before adding another."
            )
        mood, kept = self.moods.read(data, self.clock.new_id("mood"), name, by)
        self.moods.keep(board.id, mood, kept)
        return mood

    def listed(self, board: Board) -> tuple[Mood, ...]:
        """Return the references of a board, oldest first."""
        return self.moods.listed(board.id)

    def colours(self, board: Board) -> Sequence[Colour]:
        """Return the colours of all references with their nearest names, each once."""
        codes = dict.fromkeys(code for mood in self.listed(board) for code in mood.colours)
        return tuple(named(code, self.names()) for code in codes)

    def picture(self, board_id: str, mood: str) -> bytes:
        """Return the picture of a reference as JPEG; raises ``NotFound``."""
        return self.moods.picture(BoardId(board_id), mood)

    def forget(self, board: Board, mood: str) -> None:
        """Take a reference away for good."""
        self.moods.forget(board.id, mood)

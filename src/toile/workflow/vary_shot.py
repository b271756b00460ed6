"""Vary a shot: the wish for a variation becomes fields set by name, what is locked staying."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.commands import Command, Vary
from toile.domain.varying import Steps, variation
from toile.workflow.ports import Clock


@dataclass(frozen=True)
class VaryShot:
    """Say what a variation would change."""

    steps: Callable[[], Steps]
    clock: Clock

    def __call__(self, board: Board, commands: Iterable[Command]) -> tuple[Command, ...]:
        """Return the commands with each wish for a variation followed by what it sets."""
        return tuple(self._spelled(board, commands))

    def _spelled(self, board: Board, commands: Iterable[Command]) -> Iterator[Command]:
        for command in commands:
            yield command
            if isinstance(command, Vary):
                shot = board.shots.shot(command.shot)
                yield from variation(shot, command.strength, self.clock.seed(), self.steps())

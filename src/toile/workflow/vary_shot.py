"""Vary a shot: the wish for a variation becomes fields set by name, what is locked staying."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.commands import AlsoVersion, Command, SetField, Vary
from toile.domain.shots import Shot
from toile.domain.varying import Steps, variation
from toile.workflow.ports import Clock

# Rolls for each further variation; a shot with little left to vary has few that differ.
_TRIES = 8


@dataclass(frozen=True)
class VaryShot:
    """Say what a variation would change."""

    steps: Callable[[], Steps]
    clock: Clock

    def __call__(self, board: Board, commands: Iterable[Command]) -> tuple[Command, ...]:
        """Return the commands with each wish for variations followed by what it sets."""
        return tuple(self._spelled(board, commands))

    def _spelled(self, board: Board, commands: Iterable[Command]) -> Iterator[Command]:
        for command in commands:
            if not isinstance(command, Vary):
                yield command
                continue
            found = self._unlike(board.shots.shot(command.shot), command)
            # A shot with much locked has fewer: what is promised is what there is.
            yield command.model_copy(update={"count": len(found)})
            yield from found[0]
            for other in found[1:]:
                fields = tuple((step.field, step.value) for step in other)
                yield AlsoVersion(shot=command.shot, fields=fields)

    def _unlike(self, shot: Shot, wish: Vary) -> list[tuple[SetField, ...]]:
        """Return as many variations as are asked for and can be told apart, one at least."""
        found = [variation(shot, wish.strength, self.clock.seed(), self.steps())]
        for _ in range(_TRIES * (wish.count - 1)):
            if len(found) == wish.count:
                break
            more = variation(shot, wish.strength, self.clock.seed(), self.steps())
            if more and more not in found:
                found.append(more)
        return found

"""What every command can do: change a list of shots and say itself to a person."""

from abc import abstractmethod

from toile.domain.editing import EditContext
from toile.domain.shots import ShotList
from toile.domain.values import Value

Shots = tuple[str, ...]


class BaseCommand(Value):
    """One change; board-level commands leave the list to the studio."""

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        """Return the list after the command; unchanged for the board's own commands."""
        return shots

    @abstractmethod
    def words(self, context: EditContext) -> str:
        """Say what the command does, to a person."""


def named(ids: Shots, context: EditContext) -> str:
    """Name shots as people see them on the board before the edit."""
    numbers: dict[str, int] = {shot.id: shot.no for shot in context.shots.shots}
    if len(ids) > 1 and set(ids) == set(numbers):
        return "all shots"
    known = [str(numbers[shot_id]) for shot_id in ids if shot_id in numbers]
    fresh = len(ids) - len(known)
    told = f"shot{'s' if len(known) > 1 else ''} {', '.join(known)}"
    if not fresh:
        return told
    if not known:
        return "the new shots" if fresh > 1 else "the new shot"
    return f"{told} and the new {'ones' if fresh > 1 else 'one'}"

"""Commands that change the list: add, delete, duplicate, move, swap, reorder."""

from typing import Literal

from toile.domain.command_base import BaseCommand, Shots, named
from toile.domain.editing import EditContext, FieldValue, free_id, said, with_fields
from toile.domain.shots import Shot, ShotList


class AddShot(BaseCommand):
    """Put a new shot at a place counted from 1; at the end when ``at`` is ``None``."""

    do: Literal["add_shot"] = "add_shot"
    shot: Shot
    at: int | None = None

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        fresh = self.shot.with_(id=free_id(shots, self.shot.id))
        return shots.with_inserted(fresh, self.at or len(shots) + 1)

    def words(self, context: EditContext) -> str:
        new = self.shot
        kind = "video" if new.kind == "video" else None
        seen = (new.framing, new.angle, kind, new.set, new.light, new.pose, new.aspect)
        done_up = (new.expression, new.hair, new.make_up)
        facts = (*seen, *new.talent, *done_up, *new.garments, *new.props)
        what = ", ".join(fact for fact in facts if fact)
        return f"Add a shot{f' at place {self.at}' if self.at else ''}: {what or 'empty'}"


class DeleteShots(BaseCommand):
    """Take shots off the board; undo brings them back."""

    do: Literal["delete_shots"] = "delete_shots"
    shots: Shots

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        return shots.without(*self.shots)

    def words(self, context: EditContext) -> str:
        return f"Delete {named(self.shots, context)}"


class DuplicateShot(BaseCommand):
    """Copy a shot, with the named differences; right behind it when ``at`` is ``None``."""

    do: Literal["duplicate_shot"] = "duplicate_shot"
    shot: str
    new_id: str
    at: int | None = None
    changes: dict[str, FieldValue] = {}

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        source = shots.shot(self.shot)
        copy = source.with_(id=free_id(shots, self.new_id), locked=())
        return shots.with_inserted(with_fields(copy, self.changes), self.at or source.no + 1)

    def words(self, context: EditContext) -> str:
        where = f" to place {self.at}" if self.at else ""
        changed = ", ".join(f"{said(field)} {_plain(to)}" for field, to in self.changes.items())
        copied = f"Copy {named((self.shot,), context)}{where}"
        return f"{copied} with {changed}" if changed else copied


def _plain(value: FieldValue) -> str:
    return ", ".join(value) if value and isinstance(value, tuple) else str(value or "empty")


class MoveShots(BaseCommand):
    """Move shots, in their order, so that the first stands at place ``at`` counted from 1."""

    do: Literal["move_shots"] = "move_shots"
    shots: Shots
    at: int

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        for shot_id in self.shots:
            shots.shot(shot_id)
        rest = [shot.id for shot in shots.shots if shot.id not in self.shots]
        place = max(0, min(self.at - 1, len(rest)))
        return shots.ordered([*rest[:place], *self.shots, *rest[place:]])

    def words(self, context: EditContext) -> str:
        return f"Move {named(self.shots, context)} to place {self.at}"


class SwapShots(BaseCommand):
    """Exchange the places of two shots."""

    do: Literal["swap_shots"] = "swap_shots"
    first: str
    second: str

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        other = {self.first: self.second, self.second: self.first}
        shots.shot(self.first), shots.shot(self.second)
        return shots.ordered(other.get(shot.id, shot.id) for shot in shots.shots)

    def words(self, context: EditContext) -> str:
        return f"Swap {named((self.first, self.second), context)}"


class Reorder(BaseCommand):
    """Put all shots into the given order."""

    do: Literal["reorder"] = "reorder"
    order: Shots

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        return shots.ordered(self.order)

    def words(self, context: EditContext) -> str:
        numbers = ", ".join(str(context.shots.shot(i).no) for i in self.order)
        return f"New order: {numbers}"

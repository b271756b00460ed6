"""Commands that change fields of shots: set, step, add, remove, replace, copy, swap, lock."""

from collections.abc import Iterable
from typing import Literal

from toile.domain.command_base import BaseCommand, Shots, named
from toile.domain.editing import (
    LISTS,
    EditContext,
    FieldValue,
    named_by_hand,
    said,
    value_of,
    with_field,
)
from toile.domain.errors import CommandRefused
from toile.domain.shots import Shot, ShotList


def _each(shots: ShotList, ids: Shots, field: str, values: Iterable[FieldValue]) -> ShotList:
    for shot_id, value in zip(ids, values, strict=True):
        shots = shots.with_shot(with_field(shots.shot(shot_id), field, value))
    return shots


def _items(shot: Shot, field: str) -> tuple[str, ...]:
    if field not in LISTS:
        raise CommandRefused(f"The {said(field)} of a shot is not a list.")
    return tuple(getattr(shot, field))


class SetField(BaseCommand):
    """Give one field of some shots one value."""

    do: Literal["set_field"] = "set_field"
    shots: Shots
    field: str
    value: FieldValue

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        changed = _each(shots, self.shots, self.field, [self.value] * len(self.shots))
        if self.field == "title":
            for shot in self.shots:
                changed = changed.with_shot(named_by_hand(changed.shot(shot)))
        return changed

    def words(self, context: EditContext) -> str:
        value = ", ".join(self.value) if isinstance(self.value, tuple) else self.value
        return f"{named(self.shots, context)}: {said(self.field)} becomes {value or 'empty'}"


class StepField(BaseCommand):
    """Move one field of one shot along an axis (tightness, height, warmth, mood ...)."""

    do: Literal["step_field"] = "step_field"
    shot: str
    field: str
    axis: str
    by: int
    to: str

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        return _each(shots, (self.shot,), self.field, [self.to])

    def words(self, context: EditContext) -> str:
        return f"{named((self.shot,), context)}: {said(self.field)} becomes {self.to}"


class AddItems(BaseCommand):
    """Add garments, props or talent to some shots."""

    do: Literal["add_items"] = "add_items"
    shots: Shots
    field: str
    items: tuple[str, ...]

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        for shot_id in self.shots:
            old = _items(shots.shot(shot_id), self.field)
            new = tuple(item for item in self.items if item not in old)
            shots = _each(shots, (shot_id,), self.field, [old + new])
        return shots

    def words(self, context: EditContext) -> str:
        return (
            f"{named(self.shots, context)}: add {', '.join(self.items)} to the {said(self.field)}"
        )


class RemoveItems(BaseCommand):
    """Take garments, props or talent out of some shots."""

    do: Literal["remove_items"] = "remove_items"
    shots: Shots
    field: str
    items: tuple[str, ...]

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        for shot_id in self.shots:
            old = _items(shots.shot(shot_id), self.field)
            _require(shots.shot(shot_id), old, self.items)
            kept = tuple(item for item in old if item not in self.items)
            shots = _each(shots, (shot_id,), self.field, [kept])
        return shots

    def words(self, context: EditContext) -> str:
        return f"{named(self.shots, context)}: take out {', '.join(self.items)}"


class ReplaceItem(BaseCommand):
    """Put one item in the place of another."""

    do: Literal["replace_item"] = "replace_item"
    shots: Shots
    field: str
    old: str
    new: str

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        for shot_id in self.shots:
            old = _items(shots.shot(shot_id), self.field)
            _require(shots.shot(shot_id), old, (self.old,))
            new = tuple(self.new if item == self.old else item for item in old)
            shots = _each(shots, (shot_id,), self.field, [tuple(dict.fromkeys(new))])
        return shots

    def words(self, context: EditContext) -> str:
        return f"{named(self.shots, context)}: {self.old} becomes {self.new}"


def _require(shot: Shot, present: tuple[str, ...], wanted: tuple[str, ...]) -> None:
    for item in wanted:
        if item not in present:
            raise CommandRefused(f"There is no {item} in shot {shot.no}.")


class CopyFields(BaseCommand):
    """Give some shots the named fields of another."""

    do: Literal["copy_fields"] = "copy_fields"
    source: str
    shots: Shots
    fields: tuple[str, ...]

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        source = shots.shot(self.source)
        for field in self.fields:
            shots = _each(shots, self.shots, field, [value_of(source, field)] * len(self.shots))
        return shots

    def words(self, context: EditContext) -> str:
        fields = ", ".join(said(field) for field in self.fields)
        return f"{named(self.shots, context)}: {fields} as in {named((self.source,), context)}"


class SwapFields(BaseCommand):
    """Exchange one field between two shots."""

    do: Literal["swap_fields"] = "swap_fields"
    first: str
    second: str
    field: str

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        one, two = (value_of(shots.shot(i), self.field) for i in (self.first, self.second))
        return _each(shots, (self.first, self.second), self.field, [two, one])

    def words(self, context: EditContext) -> str:
        return f"{named((self.first, self.second), context)}: exchange the {said(self.field)}"


class Lock(BaseCommand):
    """Protect fields of some shots from change."""

    do: Literal["lock"] = "lock"
    shots: Shots
    fields: tuple[str, ...]

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        for shot_id in self.shots:
            shot = shots.shot(shot_id)
            locked = tuple(dict.fromkeys(shot.locked + self.fields))
            shots = shots.with_shot(shot.with_(locked=locked))
        return shots

    def words(self, context: EditContext) -> str:
        return f"Lock {', '.join(map(said, self.fields))} of {named(self.shots, context)}"


class Unlock(BaseCommand):
    """Let fields of some shots change again."""

    do: Literal["unlock"] = "unlock"
    shots: Shots
    fields: tuple[str, ...]

    def change(self, shots: ShotList, context: EditContext) -> ShotList:
        for shot_id in self.shots:
            shot = shots.shot(shot_id)
            locked = tuple(field for field in shot.locked if field not in self.fields)
            shots = shots.with_shot(shot.with_(locked=locked))
        return shots

    def words(self, context: EditContext) -> str:
        return f"Unlock {', '.join(map(said, self.fields))} of {named(self.shots, context)}"

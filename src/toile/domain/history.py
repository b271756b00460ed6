"""Undo, redo and restore as pure sums over the log and the recorded versions."""

from collections import defaultdict
from collections.abc import Iterable

from toile.domain.editing import VIEW, FieldValue, LoggedChange, LogStep, ShotVersion, with_fields
from toile.domain.errors import CommandRefused
from toile.domain.shots import Shot, ShotList


def undone(
    shots: ShotList, log: tuple[LogStep, ...], steps: int, shot: str | None, fields: tuple[str, ...]
) -> ShotList:
    """Return the list before the last ``steps``; with ``shot`` or ``fields`` only that part."""
    done = [step for step in log if not step.undone]
    if not done:
        raise CommandRefused("There is nothing to undo.")
    if (shot or fields) and steps == 1:
        return _back_part(shots, done, shot, fields)
    if steps > len(done):
        raise CommandRefused(f"Only {len(done)} steps can be undone.")
    for step in reversed(done[len(done) - steps :]):
        shots = _back(shots, *_part_of(step, shot, fields))
    return shots


def _part_of(
    step: LogStep, shot: str | None, fields: tuple[str, ...]
) -> tuple[LogStep, tuple[LoggedChange, ...]]:
    """Return a step and those of its changes that are named; all where none is."""
    changes = tuple(
        change
        for change in step.changes
        if shot in (None, change.shot) and (not fields or change.field in fields)
    )
    return (LogStep(n=step.n) if shot or fields else step), changes


def _back_part(
    shots: ShotList, done: list[LogStep], shot: str | None, fields: tuple[str, ...]
) -> ShotList:
    for step in reversed(done):
        part, changes = _part_of(step, shot, fields)
        if changes:
            return _back(shots, part, changes)
    raise CommandRefused("There is no such step to undo.")


def _back(shots: ShotList, step: LogStep, changes: tuple[LoggedChange, ...]) -> ShotList:
    shots = _changed(shots, [(c.shot, c.field, c.before) for c in reversed(changes)])
    for deleted in sorted(step.deleted, key=lambda shot: shot.no):
        shots = shots.with_inserted(deleted, deleted.no)
    return shots.ordered(step.order_before) if step.order_before else shots


def _changed(shots: ShotList, values: Iterable[tuple[str, str, FieldValue]]) -> ShotList:
    """Return the list with fields set, all those of a shot in one change."""
    of: dict[str, dict[str, FieldValue]] = defaultdict(dict)
    for shot, field, value in values:
        of[shot][field] = value
    for shot, fields in of.items():
        shots = shots.with_shot(with_fields(shots.shot(shot), fields))
    return shots


def redone(shots: ShotList, log: tuple[LogStep, ...], steps: int) -> ShotList:
    """Return the list with the last undone steps done again."""
    waiting = [step for step in log if step.undone]
    if not waiting:
        raise CommandRefused("There is nothing to redo.")
    for step in waiting[:steps]:
        shots = _changed(shots, [(c.shot, c.field, c.after) for c in step.changes])
        shots = shots.without(*(shot.id for shot in step.deleted))
    return shots


def restored(
    shot: Shot,
    version: ShotVersion,
    *,
    keep: tuple[str, ...],
    items: tuple[str, ...],
    instead: tuple[str, ...],
    only: tuple[str, ...],
) -> Shot:
    """Return the shot as in a version; kept things stand in for what gives way to them."""
    fields = {
        name: value
        for name, value in version.fields.items()
        if name not in keep and (not only or name in only)
    }
    if any(getattr(shot, name) != version.fields.get(name) for name in keep if name in VIEW):
        fields.pop("title", None)  # It names a view that does not come back.
    for name in ("garments", "props", "talent"):
        kept = tuple(item for item in getattr(shot, name) if item in items)
        back = fields.get(name)
        if kept and isinstance(back, tuple):
            fields[name] = _with_kept(back, kept, instead)
    return with_fields(shot, fields)


def _with_kept(
    back: tuple[str, ...], kept: tuple[str, ...], instead: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the things of a version with the kept ones: each in the place of one, or added."""
    found = list(back)
    for item in (item for item in kept if item not in back):
        alike = (p for p, old in enumerate(found) if old.split()[-1:] == item.split()[-1:])
        told = (p for p, old in enumerate(found) if old in instead)
        place = next(alike, next(told, None))
        if place is None:
            found.append(item)
        else:
            found[place] = item
    return tuple(found)

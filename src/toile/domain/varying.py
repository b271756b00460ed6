"""Variations of a shot as decisions that can be read: another angle, pose or framing, by name.

A variation is never a roll of the dice: each is a handful of fields set, what is locked stays, and
the same seed gives the same variation. Knows nothing of pixels.
"""

import hashlib
from collections.abc import Mapping, Sequence

from toile.domain.field_commands import SetField
from toile.domain.shots import Shot
from toile.domain.values import Value

SUBTLE, STRONG = 0.25, 0.8
# From this strength on the framing may change too.
_FREELY = 0.5


class Steps(Value):
    """What a shot can be varied into: for each field, rows of words that lie near one another."""

    version: int
    near: Mapping[str, tuple[tuple[str, ...], ...]]
    subtle: tuple[str, ...]
    strong: tuple[str, ...]


def variation(shot: Shot, strength: float, seed: int, steps: Steps) -> tuple[SetField, ...]:
    """Return what to set: one field hardly changed, or several freely; empty when all is locked."""
    free = strength >= _FREELY
    others = {
        field: words
        for field in (steps.strong if free else steps.subtle)
        if field not in shot.locked and (words := _others(shot, field, steps, free=free))
    }
    drawn = sorted(others, key=lambda field: _lot(seed, shot.id, field))
    chosen = [field for field in others if field in drawn[: 3 if free else 1]]
    return tuple(
        SetField(shots=(shot.id,), field=field, value=_one_of(others[field], seed, shot.id, field))
        for field in chosen
    )


def _one_of(words: Sequence[str], seed: int, *what: str) -> str:
    return words[_lot(seed, *what, "word") % len(words)]


def _lot(seed: int, *what: str) -> int:
    """Draw a number that is the same for the same seed everywhere."""
    return int.from_bytes(hashlib.sha256(f"{seed}/{'/'.join(what)}".encode()).digest()[:6])


def _others(shot: Shot, field: str, steps: Steps, *, free: bool) -> Sequence[str]:
    """Return the other words of a field: the neighbours of the row it stands in, or the row."""
    said = str(getattr(shot, field) or "").casefold()
    rows = steps.near[field]
    row = next((row for row in rows if said in row), None)
    if row is None:
        return [] if said and field != "pose" else rows[0]
    at = row.index(said)
    if free:
        return [word for word in row if word != said]
    return [row[place] for place in (at - 1, at + 1) if 0 <= place < len(row)]

"""Props: where the things of a shot stand, so that none goes through a person or another thing."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from toile.adapters.renderers.mesh import Floats, Surface
from toile.adapters.renderers.scene.camera import Subject
from toile.adapters.renderers.scene.sets import piece_surface
from toile.domain.blocking import Blocking, PersonSpec, PropSpec

# A fist closes on the middle of these joints.
_FIST = ("finger2-1", "finger4-1", "finger2-3", "finger4-3")
_STEP, _STEPS, _AIR = 0.06, 40, 0.03
# What is no thicker lies under the feet; what gives way to the front stays this near, in steps.
_FLAT, _FORWARD = 0.03, 9


@dataclass(frozen=True)
class _Room:
    """What is taken: points of the people, and boxes of the things that already stand."""

    people: Floats
    boxes: list[tuple[Floats, Floats]]

    def is_free(self, low: Floats, high: Floats) -> bool:
        """Return whether a box touches nobody and nothing."""
        inside = (self.people > low - _AIR) & (self.people < high + _AIR)
        return not inside.all(1).any() and not any(
            bool(((low < top) & (high > bottom)).all()) for bottom, top in self.boxes
        )


def standing_surfaces(blocking: Blocking, subjects: list[Subject], floor: float) -> list[Surface]:
    """Return the surfaces of what stands: seats first, so that the rest stands clear of them."""
    out: list[Surface] = []
    for prop in (one for one in blocking.props if one.use == "seat"):
        for subject, person in zip(subjects, blocking.people, strict=True):
            root = subject.joint("root")
            place = np.array([root[0], root[1], floor])
            out += _made(prop, place, person.turn + person.pose.turn, blocking.seed)
    room = _Room(np.concatenate([one.cloud for one in subjects]), [_bounds([one]) for one in out])
    for prop in (one for one in blocking.props if one.use == "beside"):
        out += _standing(prop, subjects[0], floor, blocking.seed, room)
    return out


def held_surfaces(blocking: Blocking, subjects: list[Subject]) -> list[Surface]:
    """Return the surfaces of what the first person holds."""
    out: list[Surface] = []
    for prop in (one for one in blocking.props if one.use == "held"):
        out += _held(prop, subjects[0], blocking.people[0], blocking.seed)
    return out


def _made(prop: PropSpec, at: Floats, turn: float, seed: int) -> list[Surface]:
    named = prop.said or prop.id
    pieces = [
        piece_surface(piece, prop.paint, named, floor=0.0, seed=seed) for piece in prop.pieces
    ]
    return [piece.turned(turn).moved(at) for piece in pieces]


def _held(prop: PropSpec, subject: Subject, person: PersonSpec, seed: int) -> list[Surface]:
    turn = person.turn + person.pose.turn
    fist = np.mean([subject.joint(f"{bone}.{prop.hand}") for bone in _FIST], axis=0)
    surfaces, grip = _made(prop, np.zeros(3), 0.0, seed), -np.array(prop.grip)
    if prop.hand == "L":
        # A thing is made for the right hand; the left one holds it as in a mirror.
        surfaces, grip = [one.mirrored() for one in surfaces], grip * (-1, 1, 1)
    return [one.moved(grip).turned(turn).moved(fist) for one in surfaces]


def _standing(
    prop: PropSpec, subject: Subject, floor: float, seed: int, room: _Room
) -> list[Surface]:
    """Return a thing at its spot, or as near to it as nothing else is, on either side."""
    surfaces = _made(prop, np.array([subject.at[0], subject.at[1], floor]), 0.0, seed)
    low, high = _bounds(surfaces)
    for shift in _shifts(prop.spot, (low + high)[0] / 2 - subject.at[0]):
        if high[2] - low[2] < _FLAT or room.is_free(low + shift, high + shift):
            break
    else:
        shift = np.array([*prop.spot, 0.0])
    room.boxes.append((low + shift, high + shift))
    return [one.moved(shift) for one in surfaces]


def _shifts(spot: tuple[float, float], middle: float) -> Iterable[Floats]:
    """Yield ways to move a thing, nearest first: out from its spot or its mirror, or forward."""
    x, y = spot
    side = 1.0 if x + middle >= 0 else -1.0
    for step in range(_STEPS):
        out = _STEP * step * side
        yield np.array([x + out, y, 0.0])
        yield np.array([-x - 2 * middle - out, y, 0.0])
        if step < _FORWARD:
            yield np.array([x, y - _STEP * step, 0.0])


def _bounds(surfaces: list[Surface]) -> tuple[Floats, Floats]:
    points = np.concatenate([one.points for one in surfaces])
    return points.min(0), points.max(0)

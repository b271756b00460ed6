"""Props: where the things of a shot stand, so that none goes through a person or another thing."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from toile.adapters.renderers.mesh import Floats, Surface
from toile.adapters.renderers.raster import View
from toile.adapters.renderers.scene.camera import Subject
from toile.adapters.renderers.scene.sets import piece_surface
from toile.domain.blocking import Blocking, PersonSpec, PropSpec

# A fist closes on the middle of these joints.
_FIST = ("finger2-1", "finger4-1", "finger2-3", "finger4-3")
_STEP, _STEPS, _AIR = 0.06, 40, 0.03
# What is no thicker lies under the feet; what gives way to the front stays this near, in steps.
_FLAT, _FORWARD = 0.03, 9
# How much of the width of what is brought into the frame may lie behind people.
_HIDDEN = 0.66


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


def standing_surfaces(
    blocking: Blocking, subjects: list[Subject], floor: float, view: View
) -> list[Surface]:
    """Return the surfaces of what stands: seats first, so that the rest stands clear of them."""
    out: list[Surface] = []
    for prop in (one for one in blocking.props if one.use == "seat"):
        for subject, person in zip(subjects, blocking.people, strict=True):
            root = subject.joint("root")
            place = np.array([root[0], root[1], floor])
            out += _made(prop, place, person.turn + person.pose.turn, blocking.seed)
    room = _Room(np.concatenate([one.cloud for one in subjects]), [_bounds([one]) for one in out])
    for prop in (one for one in blocking.props if one.use == "beside"):
        out += _standing(prop, subjects[0], floor, blocking.seed, room, view)
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
    prop: PropSpec, subject: Subject, floor: float, seed: int, room: _Room, view: View
) -> list[Surface]:
    """Return a thing at its spot, or as near to it as nothing else is, on either side.

    What the edge of the frame would cut comes in as far as it must, if it then shows.
    """
    surfaces = _made(prop, np.array([subject.at[0], subject.at[1], floor]), 0.0, seed)
    low, high = _bounds(surfaces)
    flat = high[2] - low[2] < _FLAT
    at = next(
        (
            shift
            for shift in _shifts(prop.spot, (low + high)[0] / 2 - subject.at[0])
            if flat or room.is_free(low + shift, high + shift)
        ),
        np.array([*prop.spot, 0.0]),
    )
    if not flat:
        at = _brought_in(at, low, high, room, view)
    room.boxes.append((low + at, high + at))
    return [one.moved(at) for one in surfaces]


def _brought_in(at: Floats, low: Floats, high: Floats, room: _Room, view: View) -> Floats:
    """Return where a thing stands whole between the sides of the frame, or where it stood."""
    if _is_whole(low + at, high + at, view):
        return at
    people = view.project(room.people)[:, 0]
    for step in range(1, _STEPS):
        for way in (-1.0, 1.0):
            moved = at + np.array([way * _STEP * step, 0.0, 0.0])
            first, last = low + moved, high + moved
            if not (_is_whole(first, last, view) and room.is_free(first, last)):
                continue
            left, right = _sides(first, last, view)
            hidden = min(right, people.max()) - max(left, people.min())
            return moved if hidden < _HIDDEN * (right - left) else at
    return at


def _is_whole(low: Floats, high: Floats, view: View) -> bool:
    left, right = _sides(low, high, view)
    return left > 0 and right < view.width


def _sides(low: Floats, high: Floats, view: View) -> tuple[float, float]:
    """Return the first and the last column of a picture in which a box is seen."""
    corners = np.stack(np.meshgrid(*np.stack([low, high], axis=1)), axis=-1).reshape(-1, 3)
    x = view.project(corners)[:, 0]
    return float(x.min()), float(x.max())


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

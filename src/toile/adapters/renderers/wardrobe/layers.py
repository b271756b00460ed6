"""Layers: what lies outside is outside, and what is covered is not drawn.

Shells stand on each other by construction; cloth hung in the pose does not know the shells over
it. Outer points are pushed out of every lower layer, then covered faces are dropped: those that
lie under cloth in the pose, and those that were cut from a place which cloth covers at rest.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
from scipy.spatial import cKDTree

from toile.adapters.renderers.mesh import Floats, Ints, neighbours, point_normals, rim_edges

Bools = npt.NDArray[np.bool_]
_REACH = 0.06
# How far something may have come through a layer, and how far beside a point of it.
_THROUGH, _BESIDE = 0.035, 0.016
# How near at rest two places of the body are one, and are neighbours in a bend, in metres.
_ONE_PLACE, _IN_A_BEND = 0.015, 0.05
# From which slope on cloth is a lap, how near beside a place of it cloth is over it, and how far
# cloth may have run down into it, in metres.
_FACES_UP, _OVER_IT, _SUNK = 0.5, 0.015, 0.1


@dataclass(frozen=True)
class Layer:
    """One part of a garment in the pose, with its layer number and thickness.

    ``place`` is where on the body at rest each point was cut; cloth that only hangs has none, but
    knows its way ``outward`` from what it hangs around, also where it is folded.
    """

    points: Floats
    faces: Ints
    number: float
    thickness: float
    shows_under: float = 0.028
    sleeves: Bools | None = None
    place: Floats | None = None
    outward: Floats | None = None

    @cached_property
    def normals(self) -> Floats:
        """Return outward normals."""
        return point_normals(self.points, self.faces)

    @cached_property
    def tree(self) -> cKDTree:
        """Return the search tree over the points."""
        return cKDTree(self.points)

    @cached_property
    def on_rim(self) -> Bools:
        """Return which points lie on a cut edge."""
        out = np.zeros(len(self.points), bool)
        out[np.unique(rim_edges(self.faces))] = True
        return out

    @cached_property
    def from_rim(self) -> Floats:
        """Return how far each point lies from the nearest cut edge, in metres."""
        if not self.on_rim.any():
            return np.ones(len(self.points))
        return np.asarray(cKDTree(self.points[self.on_rim]).query(self.points)[0])

    @cached_property
    def inside(self) -> Floats:
        """Return how far each point lies from the nearest cut edge at rest, in metres."""
        place = self.points if self.place is None else self.place
        if not self.on_rim.any():
            return np.ones(len(place))
        return np.asarray(cKDTree(place[self.on_rim]).query(place)[0])

    def cut_over(self, place: Floats) -> tuple[Bools, Ints]:
        """Return, per place of the body at rest, whether the layer was cut there, and its point."""
        if self.place is None:
            return np.zeros(len(place), bool), np.zeros(len(place), np.int64)
        distance, index = cKDTree(self.place).query(place, distance_upper_bound=_ONE_PLACE)
        found = np.isfinite(distance)
        return found, np.where(found, index, 0)

    def nearest(self, points: Floats, reach: float) -> tuple[Bools, Ints, Floats, Floats]:
        """Return, per point: found, nearest number, signed height over it, and sideways miss."""
        distance, index = self.tree.query(points, distance_upper_bound=reach)
        found = np.isfinite(distance)
        index = np.where(found, index, 0)
        away = points - self.points[index]
        height = np.einsum("nk,nk->n", away, self.normals[index])
        aside = np.sqrt(np.maximum(0, np.einsum("nk,nk->n", away, away) - height**2))
        return found, index, height, aside


def pushed_out(outer: Layer, lower: list[Layer], rounds: int = 2) -> Layer:
    """Return the outer layer moved out of every lower one; corrections are spread to neighbours."""
    matrix = neighbours(outer.faces, len(outer.points))
    layer = outer
    for _ in range(rounds):
        moved = False
        for low in lower:
            found, index, height, aside = low.nearest(layer.points, 0.09)
            gap = 0.5 * (layer.thickness + low.thickness) + 0.0025
            meets = _meets(layer, low, index)
            bad = found & (height < gap) & meets & (~low.on_rim[index] | (aside < 0.008))
            if bad.any():
                shift = np.zeros_like(layer.points)
                shift[bad] = (gap - height[bad])[:, None] * low.normals[index[bad]]
                layer = _moved(layer, shift, bad, matrix)
                moved = True
        if not moved:
            break
    return layer


def on_the_lap(outer: Layer, lower: list[Layer], hips: Floats) -> Layer:
    """Return a top that lies on the lap of who sits, and does not run down into it.

    What is before the ``hips`` and faces up is a lap.
    """
    free = outer.points[:, 1] < hips[1]
    if outer.sleeves is not None:
        free &= ~outer.sleeves
    lift = np.zeros(len(outer.points))
    for low in lower:
        lap = low.points[(low.normals[:, 2] > _FACES_UP) & (low.points[:, 1] < hips[1])]
        if low.place is None or low.sleeves is not None or not len(lap):
            continue
        distance, index = cKDTree(lap[:, :2]).query(outer.points[:, :2], k=6)
        height = np.where(distance < _OVER_IT, lap[index, 2], -np.inf).max(1)
        short = height + 0.5 * (outer.thickness + low.thickness) + 0.003 - outer.points[:, 2]
        lift = np.where(free & (short > 0) & (short < _SUNK), np.maximum(lift, short), lift)
    if not lift.any():
        return outer
    shift = lift[:, None] * np.array([0.0, 0.0, 1.0])
    return _moved(outer, shift, lift > 0, neighbours(outer.faces, len(outer.points)))


def _meets(layer: Layer, low: Layer, index: Ints) -> Bools:
    """Return which points hang over what lies nearest in the lower layer, and not behind it."""
    ways = low.normals[index]
    facing = (layer.normals * ways).sum(1)
    if layer.outward is not None:
        facing = np.maximum(facing, (layer.outward * ways).sum(1))
    if layer.place is None or low.place is None:
        return np.asarray(facing > 0.1)
    one_bend = np.linalg.norm(layer.place - low.place[index], axis=1) < _IN_A_BEND
    return np.asarray((facing > 0.1) | (one_bend & (facing > -0.5)))


def _moved(layer: Layer, shift: Floats, bad: Bools, matrix: object) -> Layer:
    spread = shift.copy()
    for _ in range(6):
        averaged = matrix @ spread  # type: ignore[operator]
        spread = np.where(bad[:, None], 0.5 * shift + 0.5 * averaged, averaged)
    larger = np.linalg.norm(shift, axis=1) > np.linalg.norm(spread, axis=1)
    spread[larger] = shift[larger]
    return replace(layer, points=layer.points + spread)


def visible_faces(
    inner: Layer, outer: list[Layer], *, arms: Bools | None = None, bare: bool = False
) -> Ints:
    """Return the faces that no outer layer covers, keeping what shows near an outer hem.

    What has come through counts as covered too. ``arms`` are the points of arms and sleeves: a
    sleeve hides no leg that it lies on, and a ``bare`` arm may lie before a coat.
    """
    points, faces = inner.points, inner.faces
    limit = np.where(arms, 0.0, _THROUGH) if bare and arms is not None else _THROUGH
    covered, through = np.zeros(len(points), bool), np.zeros(len(points), bool)
    for layer in outer:
        found, index, height, aside = layer.nearest(points, _REACH)
        if not found.any():
            continue
        if arms is not None:
            found = found & (arms == (False if layer.sleeves is None else layer.sleeves[index]))
        from_rim = layer.from_rim[index]
        facing = (inner.normals * layer.normals[index]).sum(1) > 0.25
        under = (height < 0.004) & (aside < 1.25 * _BESIDE)
        covered |= found & under & (from_rim > layer.shows_under) & facing
        covered |= _covered_at_rest(inner, layer)
        over = (height > 0) & (height < limit) & (aside < _BESIDE)
        over = over & (layer.number > inner.number + 1)
        through |= found & over & (from_rim > 0.6 * _BESIDE) & facing
    hidden = (covered | through)[faces].all(1) | through[faces].any(1)
    return faces[~hidden]


def _covered_at_rest(inner: Layer, outer: Layer) -> Bools:
    """Return what lies well inside the edges of cloth that was cut from the same place.

    In a bend the nearest cloth is often that of another part; what was cut there still covers it,
    unless it stands so far off that a person could look in.
    """
    if inner.place is None:
        return np.zeros(len(inner.points), bool)
    found, index = outer.cut_over(inner.place)
    near = np.linalg.norm(inner.points - outer.points[index], axis=1) < _REACH
    return found & near & (outer.inside[index] > outer.shows_under)

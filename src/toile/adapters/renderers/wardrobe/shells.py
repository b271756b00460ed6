"""Shells: garments cut out of the body's clothing base at rest, eased, and moved with the body.

Every shell point remembers the point of the base it came from. A garment stands on all that is
already worn there, so an outer layer is outside an inner one by construction.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import scipy.sparse as sp

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    clip,
    loop_matrix,
    neighbours,
    point_normals,
    rim_edges,
    smooth,
    smooth_rim,
)

Field = Callable[["Base"], Floats]
# How far posed cloth is kept off the skin under it, and lifted at most, in metres; and how many
# points around what is lifted rise with it.
_CLEAR, _MOST, _SPREAD = 0.0025, 0.03, 4


@dataclass(frozen=True)
class Base:
    """Points of the clothing base (or a part cut from it) with what is known at each of them.

    ``along`` is the share of the arm from shoulder (0) to wrist (1), negative off the arms;
    ``arm`` how much a point belongs to an arm; ``stack`` what is worn there already, in metres.
    """

    faces: Ints
    points: Floats
    normals: Floats
    weights: Floats
    along: Floats
    arm: Floats
    stack: Floats
    source: Floats

    def cut(self, keep: Floats) -> "Base":
        """Return the part where the scalar is positive."""
        faces, parts = clip(
            self.faces, keep, self.points, self.normals, self.weights, self.along, self.arm,
            self.stack, self.source,
        )  # fmt: skip
        return Base(faces, *parts)


@dataclass(frozen=True)
class _Topology:
    """What is the same on every body: points of the base by number, made finer by a matrix."""

    numbers: Ints
    finer: sp.csr_matrix
    faces: Ints
    weights: Floats


@lru_cache(maxsize=1)
def _base_topology() -> _Topology:
    """Return the clothing base, finer than the skin: cut edges follow the pattern, not the mesh."""
    body = baked()
    numbers, inverse = np.unique(body.faces["tights"], return_inverse=True)
    dense = np.zeros((len(numbers), len(body.bones)))
    np.put_along_axis(dense, body.skin_bones[numbers], body.skin_weights[numbers], axis=1)
    finer, faces = loop_matrix(inverse.reshape(-1, 3), len(numbers))
    weights = finer @ dense
    for _ in range(3):
        weights = 0.5 * weights + 0.5 * (neighbours(faces, len(weights)) @ weights)
    return _Topology(numbers, finer, faces, weights / weights.sum(1, keepdims=True))


def base_of(figure: Figure) -> Base:
    """Return the whole clothing base of a figure, nothing worn yet."""
    same = _base_topology()
    points = same.finer @ figure.rig.points[same.numbers]
    arm = same.finer @ figure.arm_share[same.numbers]
    return Base(
        points=points,
        normals=point_normals(points, same.faces),
        weights=same.weights,
        along=_along_arm(figure, points, arm),
        arm=arm,
        stack=np.zeros(len(points)),
        source=np.arange(len(points), dtype=np.float64),
        faces=same.faces,
    )


def _along_arm(figure: Figure, points: Floats, arm: Floats) -> Floats:
    out = np.full(len(points), -0.05)
    for side, sign in (("L", 1), ("R", -1)):
        shoulder, elbow, wrist = (
            figure.rig.head(f"{bone}.{side}") for bone in ("upperarm01", "lowerarm01", "wrist")
        )
        upper, lower = np.linalg.norm(elbow - shoulder), np.linalg.norm(wrist - elbow)
        first = (points - shoulder) @ (elbow - shoulder) / upper
        second = (points - elbow) @ (wrist - elbow) / lower
        length = np.where(second > 0, upper + second, np.minimum(first, upper)) / (upper + lower)
        on = (points[:, 0] * sign > 0) & (arm > 0.3)
        out[on] = length[on]
    return out


@dataclass(frozen=True)
class Shell:
    """A garment part: posed points and faces, its points at rest, and the base under it."""

    points: Floats
    rest: Floats
    faces: Ints
    base: Base


def shell(
    figure: Figure,
    base: Base,
    fields: list[Field],
    ease: Callable[[Base], Floats],
    *,
    bridge: int,
    change: Callable[[Base, Floats], Floats] | None = None,
) -> Shell:
    """Cut a part of the base, lift it off the body by ``ease`` and move it into the pose.

    ``bridge`` is how many rounds of smoothing let the cloth span hollows instead of lining them.
    """
    part = base
    for field in fields:
        part = part.cut(field(part))
    height = part.stack + ease(part)
    points = part.points + part.normals * height[:, None]
    points = _bridged(part, points, height, bridge)
    points = smooth_rim(points, part.faces, 10)
    if change is not None:
        points = change(part, points)
    posed = _off_the_skin(figure, part, figure.posed.skin_dense(points, part.weights))
    return Shell(posed, points, part.faces, part)


def _off_the_skin(figure: Figure, part: Base, points: Floats) -> Floats:
    """Return posed cloth clear of the skin that it was cut over, and of what is worn there.

    Cloth is moved by softened weights: in a sharp bend the skin under it goes further.
    """
    skin = figure.points[:SKIN_POINTS]
    under = figure.rest_tree.query(part.points)[1]
    ways = point_normals(skin, baked().faces["body"])[under]
    height = ((points - skin[under]) * ways).sum(1)
    miss = np.clip(part.stack + _CLEAR - height, 0, _MOST)
    matrix = neighbours(part.faces, len(points))
    for _ in range(_SPREAD):
        miss = np.maximum(miss, 0.7 * (matrix @ miss))
    return np.asarray(points + ways * miss[:, None])


def _bridged(part: Base, points: Floats, height: Floats, rounds: int) -> Floats:
    """Smooth inner points, never closer to the body than most of the ease."""
    if not rounds:
        return points
    matrix = neighbours(part.faces, len(points))
    inner = np.ones(len(points), bool)
    inner[np.unique(rim_edges(part.faces))] = False
    out = points
    for _ in range(2):
        out = np.where(inner[:, None], smooth(out, matrix, rounds), out)
        gap = ((out - part.points) * part.normals).sum(1)
        low = np.maximum(part.stack + 0.003, 0.75 * height)
        out = out + part.normals * np.maximum(0, low - gap)[:, None]
    return out


def worn(base: Base, part: Shell, thickness: float) -> Base:
    """Return the base with a finished shell added to what is worn."""
    height = ((part.rest - part.base.points) * part.base.normals).sum(1) + thickness
    near = np.clip(np.round(part.base.source).astype(int), 0, len(base.points) - 1)
    stack = base.stack.copy()
    # Cut and subdivided points carry fractional sources: only those that sit on a base point count.
    exact = np.abs(part.base.source - near) < 1e-6
    np.maximum.at(stack, near[exact], height[exact])
    return replace(base, stack=stack)

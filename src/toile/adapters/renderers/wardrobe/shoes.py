"""Shoes: cut from the feet of the clothing base, with soles, and heels that reach the floor."""

import numpy as np

from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    clip,
    grid_faces,
    point_normals,
    smooth_rim,
)
from toile.adapters.renderers.wardrobe.cuts import below
from toile.adapters.renderers.wardrobe.shells import Base, Field, Shell, shell
from toile.domain.looks import ShoeCut

_TOE = 0.075
# How high over the ground of the foot a sole that stands out is drawn up.
_SOLE_TOP = 0.014


def shoe(figure: Figure, base: Base, cut: ShoeCut) -> Shell:
    """Return both shoes as one shell."""
    fields: list[Field] = [below(_shaft(figure, cut))]
    if cut.opening > 0:
        fields.append(_vamp(figure, cut))
    if cut.straps:
        fields.append(_straps(figure))
    return shell(
        figure,
        base,
        fields,
        lambda part: np.full(len(part.points), cut.bulk),
        bridge=4 if cut.bulk > 0.004 else 2,
        change=lambda part, points: _soled(figure, cut, points),
    )


def _shaft(figure: Figure, cut: ShoeCut) -> float:
    low = figure.level("ankle") - 0.015 if cut.opening > 0 else figure.level("ankle") + 0.02
    return max(low, figure.level(cut.shaft)) if cut.opening == 0 else low


def _vamp(figure: Figure, cut: ShoeCut) -> Field:
    """Open the top of the foot from the ankle towards the toes."""
    ankle, toe = figure.rig.head("foot.L")[1], figure.rig.head("toe2-1.L")[1] - 0.045

    def field(base: Base) -> Floats:
        ahead = np.clip((ankle - base.points[:, 1]) / (ankle - toe), -0.5, 1.3)
        open_to = 0.35 + 0.5 * cut.opening
        low = np.where(ahead < open_to, 0.036, 0.2)
        back = 0.062
        edge = np.where(ahead < -0.05, back, low)
        return edge - base.points[:, 2]

    return field


def _straps(figure: Figure) -> Field:
    """Leave only straps over the instep and around the ankle."""
    ankle, toe = figure.rig.head("foot.L")[1], figure.rig.head("toe2-1.L")[1]

    def field(base: Base) -> Floats:
        ahead = (ankle - base.points[:, 1]) / (ankle - toe)
        sole = 0.016 - base.points[:, 2]
        strap = 0.09 - np.abs(ahead - 0.92)
        ring = 0.012 - np.abs(base.points[:, 2] - figure.level("ankle") - 0.01)
        return np.maximum(np.maximum(sole, 0.08 * strap), ring)

    return field


def _soled(figure: Figure, cut: ShoeCut, points: Floats) -> Floats:
    out = points.copy()
    for sign in (1, -1):
        on = out[:, 0] * sign > 0
        foot = out[on]
        front = foot[:, 1].min() + _TOE
        near_toe = np.clip((front - foot[:, 1]) / _TOE, 0, 1) * (foot[:, 2] < 0.09)
        middle = foot[near_toe > 0.05, 0].mean()
        narrow = {"point": 0.5, "round": 0.12, "square": -0.04}[cut.toe]
        foot[:, 0] = middle + (foot[:, 0] - middle) * (1 - narrow * near_toe**1.4)
        foot[:, 1] -= {"point": 0.022, "round": 0.006, "square": 0.004}[cut.toe] * near_toe**2
        low = foot[:, 2] < 0.014
        foot[low, 2] = np.minimum(foot[low, 2], 0.0) - cut.sole * (1 - 0.4 * (near_toe[low] > 0.8))
        out[on] = foot
    return out


def sole_edge(made: Shell, cut: ShoeCut) -> tuple[Floats, Ints, Floats]:
    """Return the points, faces and rest of a thick sole that stands out under the upper."""
    faces, (points, rest) = clip(made.faces, _SOLE_TOP - made.rest[:, 2], made.points, made.rest)
    points = smooth_rim(points, faces, 6)
    return points + point_normals(points, faces) * cut.welt, faces, rest


def heels(figure: Figure, cut: ShoeCut, shoes: Shell) -> tuple[Floats, Ints] | None:
    """Return the two heel blocks from the shoe's back down to the floor."""
    if cut.heel < 0.03:
        return None
    points, faces, count = [], [], 0
    slim = cut.heel > 0.06
    for sign in (1, -1):
        block = _heel(figure, cut, shoes, sign, slim)
        rows, columns = 7, 20
        points.append(block)
        faces.append(grid_faces(rows, columns, closed=True) + count)
        count += len(block)
    return np.concatenate(points), np.concatenate(faces)


def _heel(figure: Figure, cut: ShoeCut, shoes: Shell, sign: int, slim: bool) -> Floats:
    on = (shoes.rest[:, 0] * sign > 0) & (shoes.rest[:, 2] < 0.012)
    back = shoes.rest[on, 1].max()
    at = on & (shoes.rest[:, 1] > back - 0.05)
    centre = shoes.points[at].mean(0)
    around = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    side = "L" if sign > 0 else "R"
    foot = figure.posed.rotations[baked().bone(f"foot.{side}")]
    standing = figure.pose.support in ("stand", "walk", "lean")
    length = cut.heel + cut.sole
    end = centre + foot @ np.array([0.0, 0.25 * length, -length])
    if standing and centre[2] - figure.floor < 1.4 * length:
        end = np.array([centre[0], centre[1], figure.floor - cut.sole])
    top, low = 0.024, 0.006 if slim else 0.021
    rows = []
    for t in np.linspace(0, 1, 7):
        radius = low + (top - low) * (1 - t) ** (2.2 if slim else 1.0)
        at = centre + np.array([0, 0.006, 0.008]) * (1 - t) + (end - centre) * t
        flat = radius * np.stack([np.cos(around), np.sin(around), 0 * around], axis=1)
        ring = at + (flat if standing else flat @ foot.T)
        rows.append(ring)
    return np.concatenate(rows)

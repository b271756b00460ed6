"""Trimmings: lapels, collars and buttons, cut from the finished top they belong to."""

from dataclasses import dataclass

import numpy as np

from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    clip,
    point_normals,
    smooth_rim,
    unit,
)
from toile.adapters.renderers.wardrobe.collars import hood, shirt_collar, stand_collar
from toile.adapters.renderers.wardrobe.shells import Shell
from toile.domain.looks import TopCut

_BUTTON = 0.0085
_SPACING = 0.11
# How far a stand collar, and a turned-down one, opens to each side, in radians.
_OPEN, _SPREAD = {"v": 0.8}, {"v": 0.6}
# How far up its opening a lapel is widest, and how high the notch over it is, as shares of it.
_PEAK, _NOTCH = 0.62, 0.12


@dataclass(frozen=True)
class Trimming:
    """One part in the pose, its cloth at rest, and how far over its garment it ranks."""

    points: Floats
    faces: Ints
    rest: Floats
    rank: float


def trimmings(figure: Figure, cut: TopCut, made: Shell) -> list[Trimming]:
    """Return what is sewn onto a top."""
    out: list[Trimming] = []
    if cut.lapel > 0:
        out += _strip(made, _lapel(figure, cut, made), 0.0055)
    out += _collars(figure, cut, made)
    if cut.buttons:
        out += _buttons(figure, cut, made)
    return out


def _collars(figure: Figure, cut: TopCut, made: Shell) -> list[Trimming]:
    if cut.collar == "none":
        return []
    if cut.collar in ("notch", "shawl"):
        return _strip(made, _collar(figure, cut, made), 0.007)
    if cut.collar == "shirt":
        band = shirt_collar(figure, made, _SPREAD.get(cut.neck, 0.0))
    elif cut.collar == "hood":
        band = hood(figure, made)
    else:
        band = stand_collar(figure, made, _OPEN.get(cut.neck, 0.16))
    return [Trimming(*band, 0.5)]


def _lapel(figure: Figure, cut: TopCut, made: Shell) -> Floats:
    """Return where the edge of a v opening is turned back."""
    depth, top = figure.level(cut.depth), figure.rig.head("neck01")[2] + 0.01
    # Of the cloth, not of the body under it: eased cloth would carry a straight edge off in waves.
    x, z = np.abs(made.rest[:, 0]), made.rest[:, 2]
    opening = np.maximum(0, z - depth) * 0.062 / max(top - depth, 0.05)
    up = (z - depth) / max(top - depth, 0.05)
    width = cut.lapel * np.clip(up / _PEAK, 0, 1) ** 0.8
    if cut.collar == "notch":
        # Straight in along the seam to the collar, and out again along the collar's own edge.
        cut_in = np.clip((up - _PEAK) / 0.02, 0, 1) * np.clip((_PEAK + _NOTCH - up) / _NOTCH, 0, 1)
        width = width * (1 - 0.5 * cut_in)
    front = made.base.points[:, 1] < figure.rig.head("clavicle.L")[1] + 0.03
    return np.where(front, np.minimum(width - (x - opening), z - depth), -0.1)


def _collar(figure: Figure, cut: TopCut, made: Shell) -> Floats:
    """Return where a collar lies over the shoulders."""
    throat = figure.rig.head("neck01")
    points = made.rest
    away = np.hypot(points[:, 0], points[:, 1] - throat[1] - 0.01)
    wide = {"notch": 0.1, "shawl": 0.105}[cut.collar]
    keep = np.minimum(wide - away, points[:, 2] - throat[2] + 0.075)
    return np.minimum(keep, points[:, 1] - throat[1] + 0.03)


def _strip(made: Shell, keep: Floats, lift: float) -> list[Trimming]:
    if (keep > 0).sum() < 6:
        return []
    faces, (points, rest) = clip(made.faces, keep, made.points, made.rest)
    if len(faces) < 4:
        return []
    points = smooth_rim(points, faces, 8)
    return [Trimming(points + point_normals(points, faces) * lift, faces, rest, 0.5)]


def _buttons(figure: Figure, cut: TopCut, made: Shell) -> list[Trimming]:
    top, hem = figure.level(cut.depth) - 0.03, max(figure.level(cut.hem), figure.level("crotch"))
    if cut.neck != "v":
        top = figure.rig.head("neck01")[2] - 0.03
    rows = np.linspace(top, max(hem + 0.05, top - _SPACING * cut.buttons), cut.buttons)
    front = np.where(made.base.points[:, 1] < figure.rig.head("spine01")[1])[0]
    normals = point_normals(made.points, made.faces)
    out = []
    for z in rows:
        for x in (-0.05, 0.05) if cut.double else (0.0,):
            miss = np.hypot(made.rest[front, 0] - x, made.rest[front, 2] - z)
            at = front[np.argsort(miss)[:3]]
            if miss.min() < 0.02:
                out.append(_disc(made.points[at].mean(0), unit(normals[at].mean(0))))
    return out


def _disc(at: Floats, normal: Floats) -> Trimming:
    side = unit(np.cross(normal, np.array([0.2, 0.1, 1.0])))
    other = np.cross(normal, side)
    around = np.linspace(0, 2 * np.pi, 14, endpoint=False)
    ring = np.cos(around)[:, None] * side + np.sin(around)[:, None] * other
    points = np.concatenate([[at + normal * 0.005], at + normal * 0.003 + _BUTTON * ring])
    rim = np.arange(14)
    faces = np.stack([np.zeros(14, int), 1 + rim, 1 + (rim + 1) % 14], axis=1)
    return Trimming(points, faces, points, 0.7)

"""Brows: where they grow, the shadow they lay on the skin, and their hairs."""

from dataclasses import dataclass

import numpy as np
from scipy.interpolate import RBFInterpolator
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.strands import ribbons
from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import Floats, Surface, point_normals, smoothstep, unit
from toile.domain.blocking import BodySpec

BROWS = "brows"
# Metres from the middle of the face to a brow's head, its length, and its height over the eyes.
_FROM, _LONG, _UP = 0.0125, 0.041, 0.0168
_SHOWS_THROUGH = 0.12


@dataclass(frozen=True)
class _Shape:
    """One person's brow: ``along`` runs from its head (0) to its tail (1)."""

    thick: float
    arch: float

    def up(self, along: Floats) -> Floats:
        """Return metres over the eyes of the brow's middle."""
        rise = self.arch * 0.006 * np.sin(np.clip(along * 1.12, 0, 1) * np.pi * 0.62)
        return np.asarray(_UP + rise - 0.008 * np.maximum(0, along - 0.62) / 0.38)

    def height(self, along: Floats) -> Floats:
        """Return the brow's height in metres."""
        taper = (1 - 0.62 * along) * np.interp(along, [0, 0.12], [0.7, 1])
        return np.asarray(self.thick * taper)


def _shape_of(spec: BodySpec) -> _Shape:
    rng = np.random.default_rng(spec.face % 1000 + 77)
    thick = (0.0088 if spec.build < 0 else 0.0064) * float(rng.uniform(0.85, 1.2))
    return _Shape(thick, float(rng.uniform(0.8, 1.25)))


def brow_colour(spec: BodySpec) -> Floats:
    """Return the linear colour of brow hairs: the head's hair, darker and greyer."""
    own = linear(spec.hair.colour)
    return np.minimum(0.5 * own + 0.18 * own.mean() + 0.002, 0.12)


def brow_share(spec: BodySpec, x: Floats, z: Floats) -> Floats:
    """Return how much brow lies over skin ``x`` beside the middle and ``z`` over the eyes."""
    shape = _shape_of(spec)
    along = np.clip((x - _FROM) / _LONG, 0, 1)
    ends = smoothstep(-0.08, 0.12, (x - _FROM) / _LONG) * smoothstep(1.04, 0.8, (x - _FROM) / _LONG)
    # Hairs lie upwards from their roots, and their shade with them.
    away = (z - 0.0025 - shape.up(along)) / np.maximum(0.62 * shape.height(along), 0.0014)
    return np.asarray(np.exp(-(away**2)) * ends)


def brow_surface(figure: Figure, count: int, tone: Floats) -> Surface:
    """Return the hairs of both brows; so fine that the skin's ``tone`` shows through them."""
    shape = _shape_of(figure.spec)
    rng = np.random.default_rng(figure.spec.face % 1000 + 3)
    eye = figure.rig.head("eye.L")
    bone = _brow_bone(figure)
    strands = []
    for sign in (1, -1):
        along = rng.beta(1.15, 1.35, count)
        off = np.clip(rng.normal(size=count) * 0.27, -0.55, 0.55)
        up = eye[2] + shape.up(along) + off * shape.height(along)
        flat = np.stack([sign * (_FROM + _LONG * along), up], axis=1)
        strands.append(_hairs(bone, flat, along, off, sign, rng))
    placed = np.concatenate(strands)
    head = baked().bone("head")
    placed = placed @ figure.posed.rotations[head].T + figure.posed.shifts[head]
    points, faces, facing = ribbons(placed, 0.0008 if count < 300 else 0.00046, tip=0.2, root=0.7)
    colour = brow_colour(figure.spec) + _SHOWS_THROUGH * tone
    colours = np.broadcast_to(colour, points.shape).copy()
    return Surface(
        BROWS, points, faces, {"roughness": 0.9, "specular": 0.1}, facing, colours, line=0.0
    )


def _brow_bone(figure: Figure) -> RBFInterpolator:
    """Return depth and normal of the skin over the eyes as smooth functions of across and up.

    Averages of its few points would lie inside the curved bone, and hairs under the skin.
    """
    skin = figure.rig.points[:SKIN_POINTS]
    normals = point_normals(skin, baked().faces["body"])
    eye = figure.rig.head("eye.L")
    over = skin[:, 2] - eye[2]
    on = (over > 0.004) & (over < 0.06) & (skin[:, 1] < eye[1] + 0.03) & (normals[:, 1] < -0.1)
    near = np.where(on)[0][np.argsort(skin[on, 1])]
    flat, first = np.unique(skin[near][:, [0, 2]].round(3), axis=0, return_index=True)
    values = np.c_[skin[:, 1], normals][near[first]]
    beside = cKDTree(flat).query(flat, k=7)[1]
    # The inner side of the lids lies behind its neighbours.
    outer = values[:, 0] < np.median(values[beside, 0], axis=1) + 0.004
    return RBFInterpolator(flat[outer], values[outer], neighbors=16, kernel="linear")


def _hairs(
    bone: RBFInterpolator, flat: Floats, along: Floats, off: Floats, sign: int,
    rng: np.random.Generator,
) -> Floats:  # fmt: skip
    here = bone(flat)
    normal = unit(here[:, 1:])
    root = np.stack([flat[:, 0], here[:, 0], flat[:, 1]], axis=1) + normal * 0.0009
    lean = np.interp(along, [0, 0.1, 0.25, 0.6, 1], [0.95, 0.7, 0.4, 0.05, -0.42])
    lean = lean + rng.normal(size=len(along)) * 0.13 - off * 0.8
    way = np.stack([sign * np.cos(lean), np.zeros(len(lean)), np.sin(lean)], axis=1)
    way = unit(way - normal * (way * normal).sum(1, keepdims=True))
    length = rng.uniform(0.0046, 0.0078, len(along)) * np.interp(
        along, [0, 0.12, 0.4, 1], [0.55, 0.9, 1, 0.75]
    )
    step = way * length[:, None]
    return np.stack(
        [root, root + 0.5 * step + normal * 0.0006, root + step + normal * 0.0003], axis=1
    )

"""Lofts: skirts, dress skirts and coat skirts, hung around the posed legs ring by ring.

The rings follow the line waist, hips, knees, ankles of the pose, so a seated skirt lies on the lap
and falls from the knees. Each ring is the convex hull of what is inside it, plus ease, flare and
folds: nothing worn inside can come through.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import Floats, Ints, grid_faces, smoothstep, unit
from toile.domain.looks import SkirtCut

AROUND = 132
STEP = 0.018
SLAB = 0.022
_TRUNK = ("spine01", "spine02", "spine03", "spine04", "clavicle", "shoulder", "neck", "head")
# How far above or below itself, at rest, a ring encloses the trunk.
_BELT = 0.1
# How much of an open coat falls aside on a lap, and how far cloth sinks between the thighs.
_PARTED, _SUNK = 0.4, 0.5
# How steep a line without a sharp bend is everywhere, and how often its crossed rings are eased.
_BENT, _ROUNDS = 0.85, 24
_ALONG = np.array([[0, 1, 0], [0, 1, 0], [0, 1, 0]], bool)
# How steep the line of a skirt is, at most, where it lies.
_LYING = 0.6
# How far one front laps over the other, in radians, and metres to a radian at the hips.
_LAPPED, _GIRTH = 0.16, 0.18


@dataclass(frozen=True)
class Loft:
    """Posed points, their unrolled place in metres (around, down), faces, and ways out."""

    points: Floats
    flat: Floats
    faces: Ints
    outward: Floats


@dataclass(frozen=True)
class _Line:
    """The line that rings follow: centres, tangents, and the body's right and front about them."""

    centres: Floats
    tangents: Floats
    sides: Floats
    fronts: Floats
    down: Floats
    top: float


def loft(
    figure: Figure, cut: SkirtCut, inner: list[Floats], *, seed: int, tuck: float = 0.0
) -> Loft:
    """Hang a skirt around the posed legs and the garments worn inside it.

    ``tuck`` is how far its upper edge lies under what it is sewn to, in metres.
    """
    line = _line(figure, cut)
    angles = _angles(cut)
    hull = _hulls(figure, line, angles, inner)
    radius = _shaped(figure, cut, line, hull, sewn=tuck > 0)
    radius = radius * _folds(cut, line, angles, seed) + 0.0
    radius = np.maximum(radius, hull + 0.5 * cut.ease)
    radius = radius - (tuck + cut.ease) * np.clip(1 - line.down / 0.06, 0, 1)[:, None] * (tuck > 0)
    around, radius = _parted(cut, line, angles, radius)
    ways = (
        np.sin(around)[..., None] * line.sides[:, None]
        + np.cos(around)[..., None] * line.fronts[:, None]
    )
    points = line.centres[:, None] + radius[..., None] * ways
    if cut.open_front:
        points = points + ways * (0.006 * np.linspace(0, 1, len(angles)))[None, :, None]
    points = _unfolded(points, line)
    points[..., 2] = np.maximum(points[..., 2], _ground(figure, line)[:, None])
    unrolled = np.cumsum(np.r_[0, np.diff(angles)]) * float(radius.mean())
    flat = np.stack(np.broadcast_arrays(unrolled[None], line.down[:, None]), axis=-1)
    faces = grid_faces(len(line.centres), len(angles), closed=not cut.open_front)[:, ::-1]
    return Loft(points.reshape(-1, 3), flat.reshape(-1, 2), faces, ways.reshape(-1, 3))


def _unfolded(points: Floats, line: _Line) -> Floats:
    """Return rings that follow each other; inside a sharp bend they run through themselves."""
    if np.abs(line.tangents[:, 2]).min() > _BENT:
        return points
    out = points
    for _ in range(_ROUNDS):
        ahead = np.einsum("rac,rc->ra", np.diff(out, axis=0), line.tangents[1:])
        back = np.pad(ahead < 0.25 * STEP, ((1, 1), (0, 0)))
        crossed = ndimage.binary_dilation(back[1:] | back[:-1], _ALONG)
        crossed[[0, -1]] = False
        share = ndimage.gaussian_filter1d(crossed.astype(float), 1.5, axis=1, mode="wrap")
        between = 0.5 * (np.roll(out, 1, axis=0) + np.roll(out, -1, axis=0))
        share[[0, -1]] = 0.0
        out = out + (0.8 * np.clip(share, 0, 1))[..., None] * (between - out)
    return out


def _parted(cut: SkirtCut, line: _Line, angles: Floats, radius: Floats) -> tuple[Floats, Floats]:
    """Return the angles of each ring, and the radius there: on a lap an open coat falls apart."""
    if not cut.open_front:
        return np.broadcast_to(angles, radius.shape), radius
    lying = smoothstep(0.2, 0.75, 1 - np.abs(line.tangents[:, 2]))
    share = 1 - _PARTED * np.maximum.accumulate(lying)
    around = np.pi + (angles[None] - np.pi) * share[:, None]
    there = [np.interp(row, angles, own) for row, own in zip(around, radius, strict=True)]
    return around, np.stack(there)


def _ground(figure: Figure, line: _Line) -> Floats:
    """Return, per ring, how low cloth may hang: on the floor, or on the seat along the lap."""
    floor = np.full(len(line.centres), figure.floor + 0.006)
    if figure.pose.support != "sit":
        return floor
    lap = np.abs(line.tangents[:, 2]) < 0.55
    return np.where(lap, figure.floor + figure.pose.seat + 0.004, floor)


def _angles(cut: SkirtCut) -> Floats:
    """Return the angles around, from the front: an open front laps over itself or gapes."""
    if cut.open_front:
        gap = cut.slit / _GIRTH if cut.slit else -_LAPPED
        return np.linspace(gap, 2 * np.pi - gap, AROUND)
    return np.linspace(0, 2 * np.pi, AROUND, endpoint=False)


def _line(figure: Figure, cut: SkirtCut) -> _Line:
    top, hem = figure.level(cut.top), figure.level(cut.hem)
    hips = (figure.joint("upperleg01.L") + figure.joint("upperleg01.R")) / 2
    knees = (figure.joint("lowerleg01.L") + figure.joint("lowerleg01.R")) / 2
    ankles = (figure.joint("foot.L") + figure.joint("foot.R")) / 2
    waist = figure.joint("spine03")
    rest_hip, rest_knee = figure.level("hip"), figure.level("knee")
    up = unit(waist - hips)
    marks = np.array([hips + up * 0.5, hips, knees, knees + 1.0 * _falling(knees, ankles)])
    at = np.array([rest_hip + 0.5, rest_hip, rest_knee, rest_knee - 1.0])
    count = max(6, int((top - hem) / STEP))
    heights = np.linspace(top, hem, count)
    centres = np.stack([np.interp(-heights, -at, marks[:, k]) for k in range(3)], axis=1)
    centres = ndimage.gaussian_filter1d(centres, 2.2, axis=0, mode="nearest")
    tangents = unit(np.gradient(centres, axis=0))
    tangents = unit(ndimage.gaussian_filter1d(tangents, 1.5, axis=0, mode="nearest"))
    right = unit(figure.joint("upperleg01.R") - figure.joint("upperleg01.L"))
    sides = unit(right - tangents * (tangents @ right)[:, None])
    fronts = np.cross(sides, tangents)
    return _Line(centres, tangents, sides, fronts, top - heights, top)


def _falling(knees: Floats, ankles: Floats) -> Floats:
    """Return the way cloth hangs below the knees: along the shins, drawn down by gravity."""
    return unit(0.45 * unit(ankles - knees) + 0.55 * np.array([0.0, 0.0, -1.0]))


@dataclass(frozen=True)
class _Cloud:
    """What a skirt must enclose: points, their heights at rest, and which are trunk or shins."""

    points: Floats
    height: Floats
    trunk: npt.NDArray[np.bool_]
    shin: npt.NDArray[np.bool_]


def _cloud(figure: Figure, inner: list[Floats]) -> _Cloud:
    """Return skin and inner garments without arms; cloth belongs to the skin under it."""
    body = baked()
    skin = figure.points[:SKIN_POINTS]
    points = np.concatenate([skin, *inner])
    under = np.concatenate(
        [np.arange(SKIN_POINTS), *(figure.tree.query(part)[1] for part in inner)]
    )
    arms = figure.arm_share[:SKIN_POINTS]
    upper = body.weight_of(*_TRUNK)
    lower = body.weight_of("lowerleg", "foot", "toe")
    keep = arms[under] < 0.1
    under = under[keep]
    height = figure.rig.points[under, 2]
    return _Cloud(points[keep], height, upper[under] > 0.5, lower[under] > 0.5)


def _hulls(figure: Figure, line: _Line, angles: Floats, inner: list[Floats]) -> Floats:
    """Return, per ring and angle, how far the convex hull of what is inside reaches."""
    cloud = _cloud(figure, inner)
    ways = np.stack([np.sin(angles), np.cos(angles)], axis=1)
    spread = np.cos(angles[None] - angles[:, None])
    near = np.where(spread > 0.05, 1 / np.maximum(spread, 0.05), 1e3)
    knee, hip = figure.level("knee"), figure.level("hip")
    out = np.zeros((len(line.centres), len(angles)))
    last = np.full(len(angles), 0.08)
    for i, centre in enumerate(line.centres):
        away = cloud.points - centre
        slab = np.abs(away @ line.tangents[i]) < (SLAB if i > 2 else 0.6 * SLAB)
        height = line.top - line.down[i]
        if height > knee + 0.08:
            slab &= ~cloud.shin
        if height < hip + 0.04:
            slab &= ~cloud.trunk
        # A chest that is bent over the lap lies before a ring, and not in it.
        slab &= ~cloud.trunk | (np.abs(cloud.height - height) < _BELT)
        slab &= np.linalg.norm(away, axis=1) < 0.42
        if slab.sum() > 8:
            flat = np.stack([away[slab] @ line.sides[i], away[slab] @ line.fronts[i]], axis=1)
            support = (flat @ ways.T).max(0)
            last = np.min(np.maximum(support, 0.02)[None] * near.T, axis=1)
            if height < hip - 0.06 and abs(float(line.tangents[i, 2])) < 0.6:
                last = _sunken(flat, angles, last)
        out[i] = last
    return out


def _sunken(flat: Floats, angles: Floats, hull: Floats) -> Floats:
    """Let cloth sink between what it lies on: half-way from the hull to what is under it."""
    turn = np.arctan2(flat[:, 0], flat[:, 1]) % (2 * np.pi)
    place = np.round(np.interp(turn, angles, np.arange(len(angles)))).astype(int)
    reach = np.zeros(len(angles))
    np.maximum.at(reach, place, np.linalg.norm(flat, axis=1))
    reach = ndimage.maximum_filter1d(reach, 9, mode="wrap")
    reach = ndimage.gaussian_filter1d(reach, 3.0, mode="wrap")
    return np.asarray(hull - _SUNK * np.maximum(hull - reach, 0))


def _shaped(figure: Figure, cut: SkirtCut, line: _Line, hull: Floats, *, sewn: bool) -> Floats:
    """Return the radius of the cloth before folds: hull, fall and flare.

    Cloth that is ``sewn`` to a top falls on from its hem; a skirt lies at the waist first.
    """
    hip_at = figure.level(cut.top) - (figure.level("hip") + 0.03)
    total = max(float(line.down[-1]), 0.05)
    below = np.clip((line.down - hip_at) / max(total - hip_at, 0.05), 0, 1)
    knee_at = figure.level(cut.top) - figure.level("knee") - 0.1
    trumpet = np.clip((line.down - knee_at) / max(total - knee_at, 0.05), 0, 1) ** 1.3
    radius = hull + cut.ease
    taper = 0.955 if cut.flare <= 0.02 else 0.988
    for i in range(1, len(radius)):
        falls = sewn or line.down[i] > hip_at
        # Along a lap each ring lies on the legs again; only what hangs keeps its width.
        keeps = 1 - (1 - taper) * (1 + 40 * (1 - abs(float(line.tangents[i, 2]))))
        radius[i] = np.maximum(radius[i], radius[i - 1] * (keeps if falls else 0.0))
    # Cloth that lies along a lap does not swing out: flare needs room to fall.
    hanging = 1 - np.sqrt(np.maximum(0, 1 - line.tangents[:, 2] ** 2))
    fallen = below * _fallen(line)
    swing = (cut.flare * fallen**1.1 + cut.trumpet * trumpet) * hanging
    radius = radius + swing[:, None]
    wrap = "nearest" if cut.open_front else "wrap"
    radius = ndimage.gaussian_filter(radius, (1.2, 2.0), mode=("nearest", wrap))
    # The seam sits on what it is sewn to; fall and flare begin below it.
    begun = np.clip(line.down / (0.09 if sewn else 0.12), 0, 1)[:, None]
    tight = hull + cut.ease
    return np.asarray(tight + (radius - tight) * begun * begun * (3 - 2 * begun))


def _fallen(line: _Line) -> Floats:
    """Return, per ring, the share of its way down that cloth has hung and not lain on a lap."""
    lying = np.abs(line.tangents[:, 2]) < _LYING
    last = np.max(line.down[lying], initial=0.0)
    return np.asarray(np.clip((line.down - last) / np.maximum(line.down, 0.05), 0, 1))


def _folds(cut: SkirtCut, line: _Line, angles: Floats, seed: int) -> Floats:
    """Return the factor that pleats and falls give to the radius."""
    if cut.pleat == "none" or cut.folds == 0:
        return np.ones((len(line.down), len(angles)))
    rng = np.random.default_rng(seed + 11)
    phase = rng.uniform(0, 2 * np.pi, 3)
    grown = (line.down / max(float(line.down[-1]), 0.05))[:, None] ** 0.75
    grown = grown * np.clip(np.abs(line.tangents[:, 2:]), 0.35, 1)
    turn = angles[None] + 0.10 * np.sin(2 * angles[None] + phase[0]) * (cut.pleat == "soft")
    wave = np.sin(cut.folds * turn + phase[1])
    if cut.pleat == "soft":
        deeper = 0.72 + 0.28 * np.sin(3 * angles[None] + phase[2])
        wave = deeper * wave + 0.22 * np.sin(1.7 * cut.folds * turn + phase[0])
    elif cut.pleat == "knife":
        wave = 2 * ((cut.folds * 3 * angles[None] / (2 * np.pi)) % 1) - 1
        grown = np.maximum(grown, 0.35)
    elif cut.pleat == "box":
        wave = np.tanh(3 * np.sin(cut.folds * 2 * angles[None]))
        grown = np.maximum(grown, 0.3)
    elif cut.pleat == "tiers":
        tier = (grown * 3.999) % 1
        wave = np.sin(3 * cut.folds * angles[None] + 6 * np.floor(grown * 3.999))
        grown = 0.25 + 0.75 * tier
    return np.asarray(1 + cut.fullness * grown * wave)

"""Extras: hats, glasses, bags, belts, scarves and jewellery, built around the posed body."""

from collections.abc import Callable

import numpy as np

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import Floats, Ints, compact, grid_faces, point_normals, unit
from toile.adapters.renderers.wardrobe.lofts import loft
from toile.domain.looks import Extra, SkirtCut

Solid = tuple[Floats, Ints]
_TURNS = 40
# Room for the hair between head and hat.
_HAIR = 0.004


def build_extra(figure: Figure, extra: Extra, inner: list[Floats]) -> list[Solid]:
    """Return the solids of one extra in the pose."""
    if extra.kind == "belt":
        return [_belt(figure, inner)]
    if extra.kind == "tie":
        return [_tie(figure, inner)]
    if extra.kind in ("beanie", "headscarf"):
        return [_skull_cap(figure, 0.012 if extra.kind == "beanie" else 0.008, extra.kind)]
    return _BUILDERS[extra.kind](figure, extra.size)


def revolve(profile: Floats, axes: Floats, at: Floats, stretch: tuple[float, float]) -> Solid:
    """Turn a (radius, height) profile about the third axis of a frame."""
    around = np.linspace(0, 2 * np.pi, _TURNS, endpoint=False)
    ring = np.stack([np.cos(around) * stretch[0], np.sin(around) * stretch[1]], axis=1)
    local = np.concatenate(
        [np.c_[radius * ring, np.full(_TURNS, height)] for radius, height in profile]
    )
    return local @ axes.T + at, grid_faces(len(profile), _TURNS, closed=True)[:, ::-1]


def tube(path: Floats, radius: float, *, closed: bool = False) -> Solid:
    """Sweep a circle along a path."""
    if closed:
        path = np.concatenate([path, path[:1]])
    tangent = unit(np.gradient(path, axis=0))
    side = unit(np.cross(tangent, np.array([0.13, 0.31, 0.94])))
    other = np.cross(tangent, side)
    around = np.linspace(0, 2 * np.pi, 10, endpoint=False)
    ring = (
        np.cos(around)[None, :, None] * side[:, None]
        + np.sin(around)[None, :, None] * other[:, None]
    )
    points = path[:, None] + radius * ring
    return points.reshape(-1, 3), grid_faces(len(path), 10, closed=True)


def box(size: tuple[float, float, float], axes: Floats, at: Floats) -> Solid:
    """Return a box with hard edges in a frame."""
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) / 2
    quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    points = (corners * size) @ axes.T + at
    split = np.concatenate([points[list(quad)] for quad in quads])
    faces = [[4 * k, 4 * k + a, 4 * k + b] for k in range(6) for a, b in ((1, 2), (2, 3))]
    return split, np.array(faces)


def _crown(figure: Figure) -> tuple[Floats, Floats, tuple[float, float]]:
    """Return the head's axes, the centre of the hat line, and its half-widths."""
    axes = figure.head_axes
    top = figure.level("crown") - figure.level("eyes")
    line = 0.062 + 0.25 * (top - 0.11)
    skull = (figure.points[:SKIN_POINTS] - figure.eyes) @ axes
    around = skull[(np.abs(skull[:, 2] - line + 0.01) < 0.016) & (np.abs(skull[:, 0]) < 0.12)]
    front, back = around[:, 1].min(), around[:, 1].max()
    centre = figure.eyes + axes @ np.array([0.0, (front + back) / 2, line])
    return axes, centre, (float(np.abs(around[:, 0]).max()) + _HAIR, (back - front) / 2 + _HAIR)


def _hat(figure: Figure, size: float) -> list[Solid]:
    axes, at, wide = _crown(figure)
    brim = 0.95 * size
    profile = np.array(
        [(1.0 + brim, 0.004), (1.0 + 0.5 * brim, -0.004), (1.06, 0.0), (1.05, 0.03), (1.0, 0.075),
         (0.9, 0.098), (0.55, 0.102), (0.0, 0.096)]
    )  # fmt: skip
    return [revolve(profile, axes, at, wide)]


def _cap(figure: Figure, size: float) -> list[Solid]:
    axes, at, wide = _crown(figure)
    at = at - axes[:, 2] * 0.022
    skull = (figure.points[:SKIN_POINTS] - at) @ axes
    high = float(skull[:, 2].max()) + 0.012
    dome = np.array(
        [(1.05, -0.012), (1.055, 0.012), (1.02, 0.4 * high), (0.9, 0.68 * high),
         (0.66, 0.88 * high), (0.34, 0.975 * high), (0, high)]
    )  # fmt: skip
    across, out = np.meshgrid(np.linspace(-1, 1, 18), np.linspace(0, 1, 7), indexing="ij")
    reach = 0.075 * size * np.sqrt(np.maximum(0, 1 - across**2)) * out
    peak = np.stack(
        [across * 0.074, -wide[1] * 1.05 * np.sqrt(1 - 0.75 * across**2) - reach,
         -0.008 - 0.22 * reach], axis=-1,
    )  # fmt: skip
    return [
        revolve(dome, axes, at, wide),
        (peak.reshape(-1, 3) @ axes.T + at, grid_faces(18, 7, closed=False)),
    ]


def _skull_cap(figure: Figure, ease: float, kind: str) -> Solid:
    """Lift the scalp off the head."""
    body = baked()
    faces = body.faces["body"]
    points = figure.points[:SKIN_POINTS]
    local = (points - figure.eyes) @ figure.head_axes
    low = 0.036 - 0.55 * np.clip(local[:, 1], 0, 0.12)
    if kind == "headscarf":
        low = 0.05 - 1.0 * np.clip(local[:, 1] - 0.01, 0, 0.14)
    on = (local[:, 2] > low) & (body.weight_of("head")[:SKIN_POINTS] > 0.5)
    part = faces[on[faces].all(1)]
    lifted = points + point_normals(points, faces) * (ease + 0.004)
    kept, (solid,), _ = compact(part, lifted)
    return solid, kept


def _glasses(figure: Figure, size: float) -> list[Solid]:
    axes, solids = figure.head_axes, []
    around = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    for side, sign in (("L", 1), ("R", -1)):
        eye = figure.joint(f"eye.{side}") + axes @ np.array([sign * 0.002, -0.026, -0.003])
        rim = np.c_[0.025 * size * np.cos(around), 0 * around, 0.021 * size * np.sin(around)]
        solids.append(tube(eye + rim @ axes.T, 0.0019, closed=True))
        solids.append((np.r_[[eye], eye + 0.96 * rim @ axes.T], _fan(len(around))))
        arm = np.array(
            [
                [sign * 0.025 * size, 0, 0.006],
                [sign * 0.036, 0.02, 0.008],
                [sign * 0.044, 0.1, 0.004],
            ]
        )
        solids.append(tube(eye + arm @ axes.T, 0.0016))
    bridge = np.array([[-0.009, -0.028, 0.002], [0, -0.031, 0.005], [0.009, -0.028, 0.002]])
    solids.append(tube(figure.eyes + bridge @ axes.T, 0.0017))
    return solids


def _fan(count: int) -> Ints:
    ring = np.arange(count)
    return np.stack([np.zeros(count, int), 1 + ring, 1 + (ring + 1) % count], axis=1)


def _belt(figure: Figure, inner: list[Floats]) -> Solid:
    cut = SkirtCut(top="waist+0.03", hem="waist-0.022", ease=0.007, flare=0, folds=0, pleat="none")
    ring = loft(figure, cut, inner, seed=0)
    return ring.points, ring.faces


def _bag(
    figure: Figure, size: float, *, strap: float, shape: tuple[float, float, float]
) -> list[Solid]:
    wrist = figure.joint("wrist.R")
    hand = figure.joint("finger3-2.R")
    wide, deep, high = (part * size for part in shape)
    grip = hand if strap < 0.3 else figure.joint("clavicle.R") + np.array([-0.1, 0.0, 0.03])
    yaw = figure.posed.rotations[baked().bone("root")]
    down = np.array([0.0, 0.0, -1.0])
    at = grip + down * (strap + high / 2)
    if strap < 0.3:
        at = at + unit((wrist - figure.joint("root")) * [1, 1, 0]) * 0.02
    front = np.array([wide / 2.6, 0, high / 2])
    back = front * [-1, 1, 1]
    arc = np.array(
        [at + yaw @ front, grip + yaw @ [0.02, 0, 0], grip + yaw @ [-0.02, 0, 0], at + yaw @ back]
    )
    turn = np.stack([yaw @ [0, 1, 0], yaw @ [1, 0, 0], [0, 0, 1]], axis=1)
    turn = turn if strap < 0.3 else yaw
    return [box((wide, deep, high), yaw if strap < 0.3 else turn, at), tube(arc, 0.006)]


def _scarf(figure: Figure, size: float) -> list[Solid]:
    centre = (figure.joint("neck01") + figure.joint("neck03")) / 2 + np.array([0, -0.012, 0])
    around = np.linspace(0, 2 * np.pi, 44, endpoint=False)
    rolls = []
    for k, lift in enumerate((-0.03, 0.0, 0.026)):
        radius = (0.088 - 0.008 * k) * size
        path = (
            centre
            + np.c_[
                radius * np.cos(around),
                radius * 1.05 * np.sin(around),
                lift + 0.014 * np.sin(around + k),
            ]
        )
        rolls.append(tube(path, 0.026))
    return rolls


def _earrings(figure: Figure, size: float) -> list[Solid]:
    axes, solids = figure.head_axes, []
    ball = np.array([(np.sin(t), -np.cos(t)) for t in np.linspace(0.02, np.pi - 0.02, 9)])
    for sign in (1, -1):
        at = figure.eyes + axes @ np.array([sign * 0.074, 0.088, -0.068 * size])
        solids.append(revolve(ball * 0.011 * size, axes, at, (1, 1)))
    return solids


def _necklace(figure: Figure, size: float) -> list[Solid]:
    centre = figure.joint("neck01") + np.array([0, -0.02, -0.035])
    around = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    low = 0.03 * (1 - np.sin(around)) * size
    path = centre + np.c_[0.078 * np.cos(around), 0.082 * np.sin(around), 0.04 - low]
    return [tube(path, 0.0035, closed=True)]


def _tie(figure: Figure, inner: list[Floats]) -> Solid:
    """Lay a tie on the front of what is worn."""
    worn = np.concatenate([figure.points[:SKIN_POINTS], *inner])
    throat = figure.joint("neck01") + np.array([0, -0.05, -0.01])
    low = figure.joint("spine03") + np.array([0, -0.1, 0.02])
    rows = np.linspace(0, 1, 14)
    spine = throat + (low - throat) * rows[:, None]
    for at in spine:
        near = (np.abs(worn[:, 0] - at[0]) < 0.03) & (np.abs(worn[:, 2] - at[2]) < 0.025)
        if near.any():
            at[1] = worn[near, 1].min() - 0.007
    left = np.outer(0.016 + 0.022 * rows, np.array([1.0, 0, 0]))
    points = np.stack([spine - left, spine + left], axis=1).reshape(-1, 3)
    return points, grid_faces(14, 2, closed=False)


def _bracelet(figure: Figure, size: float) -> list[Solid]:
    wrist, knuckle = figure.joint("wrist.L"), figure.joint("finger3-1.L")
    along = unit(figure.joint("lowerarm02.L") - wrist)
    skin = figure.points[:SKIN_POINTS]
    at = wrist + along * 0.022
    away = skin - at
    flat = away - (away @ along)[:, None] * along
    near = (np.abs(away @ along) < 0.012) & (np.linalg.norm(flat, axis=1) < 0.06)
    across = unit(np.cross(along, np.cross(knuckle - wrist, [0.0, 0.0, 1.0])))
    axes = np.stack([across, np.cross(along, across), along], axis=1)
    wide = np.abs(flat[near] @ axes[:, :2]).max(0) + 0.003
    turn = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    ring = np.c_[np.cos(turn) * wide[0], np.sin(turn) * wide[1], 0 * turn]
    return [tube(at + ring @ axes.T, 0.0045 * size, closed=True)]


def _headband(figure: Figure, size: float) -> list[Solid]:
    axes, at, wide = _crown(figure)
    turn = np.linspace(-0.1, np.pi + 0.1, 40)
    high = figure.level("crown") - figure.level("eyes")
    arc = np.c_[np.cos(turn) * (wide[0] + 0.006), 0 * turn - 0.02, np.sin(turn) * (high - 0.05)]
    return [tube(at + arc @ axes.T, 0.0085 * size)]


_BUILDERS: dict[str, Callable[[Figure, float], list[Solid]]] = {
    "hat": _hat,
    "cap": _cap,
    "bracelet": _bracelet,
    "headband": _headband,
    "glasses": _glasses,
    "tote": lambda figure, size: _bag(figure, size, strap=0.42, shape=(0.36, 0.12, 0.32)),
    "handbag": lambda figure, size: _bag(figure, size, strap=0.1, shape=(0.26, 0.1, 0.18)),
    "clutch": lambda figure, size: _bag(figure, size, strap=-0.02, shape=(0.24, 0.03, 0.14)),
    "scarf": _scarf,
    "earrings": _earrings,
    "necklace": _necklace,
    "gloves": lambda figure, size: [_glove(figure)],
}


def _glove(figure: Figure) -> Solid:
    """Lift the skin of both hands and wrists."""
    body = baked()
    faces = body.faces["body"]
    on = body.weight_of("wrist", "finger", "metacarpal")[:SKIN_POINTS] > 0.35
    points = figure.points[:SKIN_POINTS]
    lifted = points + point_normals(points, faces) * 0.0025
    kept, (solid,), _ = compact(faces[on[faces].all(1)], lifted)
    return solid, kept

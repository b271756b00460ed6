"""Extras: glasses, bags, belts, scarves and jewellery, built around the posed body."""

from collections.abc import Callable

import numpy as np

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    compact,
    grid_faces,
    point_normals,
    unit,
)
from toile.adapters.renderers.wardrobe.hats import cap, hat, headband, skull_cap
from toile.adapters.renderers.wardrobe.lofts import loft
from toile.adapters.renderers.wardrobe.solids import Solid, box, revolve, tube
from toile.domain.looks import Extra, SkirtCut


def build_extra(figure: Figure, extra: Extra, inner: list[Floats]) -> list[Solid]:
    """Return the solids of one extra in the pose."""
    if extra.kind == "belt":
        return [_belt(figure, inner)]
    if extra.kind == "tie":
        return [_tie(figure, inner)]
    if extra.kind in ("beanie", "headscarf"):
        return [skull_cap(figure, extra.kind)]
    return _BUILDERS[extra.kind](figure, extra.size)


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


_BUILDERS: dict[str, Callable[[Figure, float], list[Solid]]] = {
    "hat": hat,
    "cap": cap,
    "bracelet": _bracelet,
    "headband": headband,
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

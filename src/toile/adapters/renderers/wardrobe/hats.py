"""Hats, built around the posed head, and where they end: hair grows out from under them."""

from collections.abc import Callable

import numpy as np

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.mesh import (
    Floats,
    clip,
    grid_faces,
    point_normals,
    smooth_rim,
    smoothstep,
)
from toile.adapters.renderers.wardrobe.solids import Solid, revolve, tube
from toile.domain.looks import GarmentSpec

# Room for the hair between head and hat.
_HAIR = 0.004
HATS = ("hat", "cap", "beanie")
# Metres over the eyes.
HAT_LINE = 0.058
# How far silk and knit stand off the head; a beanie is turned up at its edge and full on top.
_SCARF, _FULL = 0.012, 0.009
_BEANIE = ((0.0, 0.004, 0.044, 0.05, 0.07), (0.006, 0.014, 0.015, 0.011, 0.018))


def _skull(figure: Figure) -> Floats:
    """Return the points of the head alone: a hand may be raised beside it."""
    head = baked().weight_of("head")[:SKIN_POINTS] > 0.5
    return figure.points[:SKIN_POINTS][head]


def _crown(figure: Figure) -> tuple[Floats, Floats, tuple[float, float]]:
    """Return the head's axes, the centre of the hat line, and its half-widths."""
    axes = figure.head_axes
    top = figure.level("crown") - figure.level("eyes")
    line = 0.062 + 0.25 * (top - 0.11)
    skull = (_skull(figure) - figure.eyes) @ axes
    around = skull[(np.abs(skull[:, 2] - line + 0.01) < 0.016) & (np.abs(skull[:, 0]) < 0.12)]
    front, back = around[:, 1].min(), around[:, 1].max()
    centre = figure.eyes + axes @ np.array([0.0, (front + back) / 2, line])
    return axes, centre, (float(np.abs(around[:, 0]).max()) + _HAIR, (back - front) / 2 + _HAIR)


def hat(figure: Figure, size: float) -> list[Solid]:
    """Return a hat with a brim."""
    axes, at, wide = _crown(figure)
    brim = 0.95 * size
    profile = np.array(
        [(1.0 + brim, 0.004), (1.0 + 0.5 * brim, -0.004), (1.06, 0.0), (1.05, 0.03), (1.0, 0.075),
         (0.9, 0.098), (0.55, 0.102), (0.0, 0.096)]
    )  # fmt: skip
    return [revolve(profile, axes, at, wide)]


def cap(figure: Figure, size: float) -> list[Solid]:
    """Return a cap with its peak."""
    axes, at, wide = _crown(figure)
    at = at - axes[:, 2] * 0.022
    skull = (_skull(figure) - at) @ axes
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


def skull_cap(figure: Figure, kind: str) -> Solid:
    """Lift the scalp off the head: a headscarf, or a beanie that is turned up and full on top."""
    faces, points = baked().faces["body"], figure.points[:SKIN_POINTS]
    local = (points - figure.eyes) @ figure.head_axes
    head = baked().weight_of("head")[:SKIN_POINTS] - 0.5
    over = local[:, 2] - _edge(kind, local)
    if kind == "headscarf":
        away, up = np.full(len(points), _SCARF), np.zeros(len(points))
    else:
        away = np.interp(over, *_BEANIE)
        up = _FULL * smoothstep(0.05, 0.12, over)
    lifted = points + point_normals(points, faces) * away[:, None]
    lifted = lifted + up[:, None] * (figure.head_axes @ np.array([0.0, 0.35, 1.0]))
    kept, (solid,) = clip(faces, np.minimum(over, head), lifted)
    return smooth_rim(solid, kept, 6), kept


def _edge(kind: str, local: Floats) -> Floats:
    """Return how high over the eyes a hat ends, at points in the head's frame."""
    back = local[:, 1]
    if kind == "beanie":
        # Over the ears, and down to the nape behind them.
        return 0.034 - 0.07 * smoothstep(0.11, 0.175, back)
    if kind == "headscarf":
        return 0.05 - 1.0 * np.clip(back - 0.01, 0, 0.14)
    return np.full(len(local), HAT_LINE - (0.022 if kind == "cap" else 0.0))


def hat_over(garments: tuple[GarmentSpec, ...]) -> Callable[[Floats], Floats] | None:
    """Return how far points in the head's frame lie over the edge of the hat; none without one."""
    worn = [one.extra.kind for one in garments if one.extra and one.extra.kind in HATS]
    return (lambda local: local[:, 2] - _edge(worn[-1], local)) if worn else None


def headband(figure: Figure, size: float) -> list[Solid]:
    """Return a band over the crown from ear to ear."""
    axes, at, wide = _crown(figure)
    turn = np.linspace(-0.1, np.pi + 0.1, 40)
    high = figure.level("crown") - figure.level("eyes")
    arc = np.c_[np.cos(turn) * (wide[0] + 0.006), 0 * turn - 0.02, np.sin(turn) * (high - 0.05)]
    return [tube(at + arc @ axes.T, 0.0085 * size)]

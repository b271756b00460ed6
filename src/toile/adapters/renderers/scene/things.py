"""Things: the solids that small props are made of, turned, swept or grown."""

import numpy as np
from scipy.interpolate import CubicSpline

from toile.adapters.renderers.mesh import Floats, Ints, unit
from toile.adapters.renderers.wardrobe.solids import revolve, tube
from toile.domain.blocking import Piece

Solid = tuple[Floats, Ints]
Painted = tuple[Floats, Ints, Floats]
Size = tuple[float, float, float]
_BETWEEN = 8
_HEADS, _PETALS, _LEAVES = 15, 34, 90
_UPWARD, _HALVES = np.array([0, 0, 0.9]), np.array([[0, 1, 2], [0, 2, 3]])
# Linear green of stalks and leaves among flowers.
_GREEN = np.array([0.06, 0.12, 0.04])


def lathe(piece: Piece, seed: int) -> Solid:
    """Turn the outline about the vertical; every corner of it stays a hard edge."""
    wide, deep, high = piece.size
    outline = np.array(piece.outline) * [0.5, high]
    hard = np.repeat(outline, 2, axis=0)[1:-1]
    return revolve(hard, np.eye(3), np.zeros(3), (wide, deep))


def swept(piece: Piece, seed: int) -> Solid:
    """Sweep a round bar along the path, bent smoothly through its points."""
    path = np.array(piece.path)
    if len(path) > 2:
        along = np.r_[0, np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))]
        steps = np.linspace(0, along[-1], _BETWEEN * len(path))
        path = CubicSpline(along, path)(steps)
    return tube(path, piece.size[0] / 2)


def blooms(size: Size, paint: Floats, seed: int) -> Painted:
    """Return a dome of flower heads of cupped petals, with leaves between them."""
    rng = np.random.default_rng(seed + 17)
    extent = np.array(size) / 2
    golden = np.pi * (3 - np.sqrt(5))
    lift = 1 - 0.95 * (np.arange(_HEADS) + 0.5) / _HEADS
    ring = np.sqrt(1 - lift**2)
    around = golden * np.arange(_HEADS)
    outward = np.stack([ring * np.cos(around), ring * np.sin(around), lift], axis=1)
    middle = (outward + _UPWARD) * extent * rng.uniform(0.8, 1.0, (_HEADS, 1))
    heads = [
        _head(at, out, float(extent.min()) * rng.uniform(0.5, 0.66), paint, rng)
        for at, out in zip(middle, outward, strict=True)
    ]
    green = leaves(size, _GREEN, seed)
    return _joined([*heads, green])


def leaves(size: Size, paint: Floats, seed: int) -> Painted:
    """Return single leaves that point up and out of one stalk."""
    rng = np.random.default_rng(seed + 23)
    extent = np.array([size[0] / 2, size[1] / 2, size[2]])
    share = rng.uniform(0.1, 1, (_LEAVES, 1))
    around = rng.uniform(0, 2 * np.pi, _LEAVES)
    side = np.stack([np.cos(around), np.sin(around), 0 * around], axis=1)
    root = np.c_[side[:, :2] * 0.55 * np.sqrt(share), share] * extent
    ahead = unit(side + rng.normal(size=side.shape) * 0.35 + [0, 0, 0.7])
    across = unit(np.cross(ahead, rng.normal(size=side.shape)))
    long = 0.32 * float(extent.max()) * rng.uniform(0.6, 1.1, (_LEAVES, 1))
    half = across * long * 0.22
    middle = root + ahead * long * 0.5
    corners = np.stack([root, middle - half, root + ahead * long, middle + half], axis=1)
    shade = paint * rng.uniform(0.6, 1.35, (_LEAVES, 1))
    return _quads(corners, shade)


def _head(
    at: Floats, out: Floats, radius: float, paint: Floats, rng: np.random.Generator
) -> Painted:
    """Return one flower: petals in a spiral, upright in its heart and open at its rim."""
    share = (np.arange(_PETALS) + 0.5) / _PETALS
    around = 2.39996 * np.arange(_PETALS) + rng.uniform(0, 6)
    side = unit(np.cross(out, [0.31, 0.17, 0.93]))
    other = np.cross(out, side)
    spoke = np.cos(around)[:, None] * side + np.sin(around)[:, None] * other
    along = np.cross(out, spoke)
    open_ = share[:, None]
    root = at + spoke * radius * 0.35 * open_
    tip = root + radius * (spoke * 0.95 * open_**1.4 + out * (0.75 - 0.55 * open_))
    half = along * radius * (0.16 + 0.3 * open_)
    corners = np.stack([root - half * 0.5, tip - half, tip + half, root + half * 0.5], axis=1)
    tint = np.minimum(paint * rng.uniform(0.85, 1.15), 0.9)
    return _quads(corners, tint * (0.5 + 0.6 * open_))


def _quads(corners: Floats, colours: Floats) -> Painted:
    start = 4 * np.arange(len(corners))[:, None]
    faces = np.concatenate([start + half for half in _HALVES])
    return (
        corners.reshape(-1, 3),
        faces,
        np.repeat(np.broadcast_to(colours, (len(corners), 3)), 4, axis=0),
    )


def _joined(parts: list[Painted]) -> Painted:
    starts = np.cumsum([0, *(len(points) for points, _, _ in parts)])
    return (
        np.concatenate([points for points, _, _ in parts]),
        np.concatenate(
            [faces + start for (_, faces, _), start in zip(parts, starts, strict=False)]
        ),
        np.concatenate([colours for _, _, colours in parts]),
    )

"""Built and broken stone, and shelves: rocks, a wall of arches, a wall of goods."""

from itertools import pairwise

import numpy as np

from toile.adapters.renderers.mesh import Floats, grid_faces
from toile.adapters.renderers.scene.places import Bricks, Painted, Size

_CUTS, _SUNK = 26, 0.22
_BAY, _PILLAR, _SPRING, _CURVE = 2.3, 0.3, 0.52, 18
_BOARD, _SHELF, _GOODS = 0.04, 0.46, 0.78
_TRIM = 1.18
# What stands on shelves, as factors of the colour of the shelf: cloth, paper, glass, tin.
_WARES = np.array([[1.5, 1.42, 1.3], [0.62, 0.5, 0.42], [0.5, 0.62, 0.66], [1.2, 0.86, 0.6]])


def rock(size: Size, paint: Floats, seed: int) -> Painted:
    """Return a boulder cut by planes, its foot in the ground."""
    rng = np.random.default_rng(seed + 17 + int(100 * sum(size)))
    rows, columns = 26, 40
    turn = np.linspace(0, 2 * np.pi, columns, endpoint=False)
    tilt = np.linspace(0.02, np.pi - 0.02, rows)
    way = np.stack(
        [
            np.outer(np.sin(tilt), np.cos(turn)),
            np.outer(np.sin(tilt), np.sin(turn)),
            np.outer(np.cos(tilt), np.ones(columns)),
        ],
        axis=-1,
    ).reshape(-1, 3)
    cuts = rng.normal(size=(_CUTS, 3))
    cuts /= np.linalg.norm(cuts, axis=1, keepdims=True)
    far = rng.uniform(0.62, 1.0, _CUTS)
    reach = (far / np.maximum(way @ cuts.T, 0.05)).min(axis=1).clip(0.3, 1.25)
    points = way * reach[:, None] * size / 2
    points[:, 2] += size[2] * (0.5 - _SUNK)
    faces = grid_faces(rows, columns, closed=True)
    corners = points[faces].reshape(-1, 3)
    grain = np.repeat(rng.uniform(0.9, 1.08, len(faces)), 3)[:, None]
    return corners, np.arange(len(corners)).reshape(-1, 3), paint * grain


def arches(size: Size, paint: Floats, seed: int) -> Painted:
    """Return a wall of round arches on pillars, open between them."""
    wide, deep, high = size
    bays = max(1, round(wide / _BAY))
    bay, spring = wide / bays, high * _SPRING
    half = bay * (1 - _PILLAR) / 2
    trim = np.minimum(paint * _TRIM, 0.9)
    bricks = Bricks()
    for number in range(bays + 1):
        x = number * bay - wide / 2
        pillar = np.array([bay * _PILLAR, deep, spring])
        bricks.lay(np.array([x, 0, spring / 2]), pillar, paint)
        cap = np.array([bay * _PILLAR * 1.16, deep * 1.12, 0.09])
        bricks.lay(np.array([x, 0, spring]), cap, trim)
        bricks.lay(np.array([x, 0, 0.12]), cap * [1, 1, 2.6], trim)
        above = np.array([bay * _PILLAR, deep, high - spring])
        bricks.lay(np.array([x, 0, (high + spring) / 2]), above, paint)
    for number in range(bays):
        _crown(bricks, (number + 0.5) * bay - wide / 2, half, (deep, spring, high), paint)
    bricks.lay(np.array([0, 0, high]), np.array([wide + 0.2, deep * 1.2, 0.16]), trim)
    return bricks.mesh()


def _crown(bricks: Bricks, x: float, half: float, wall: Size, paint: Floats) -> None:
    """Lay the wall over one arch, slice by slice."""
    deep, spring, high = wall
    edges = half * -np.cos(np.linspace(0, np.pi, _CURVE + 1))
    for left, right in pairwise(edges):
        middle = (left + right) / 2
        low = min(spring + np.sqrt(max(half**2 - middle**2, 0)), high - 0.1)
        size = np.array([right - left, deep, high - low])
        bricks.lay(np.array([x + middle, 0, (high + low) / 2]), size, paint)


def shelves(size: Size, paint: Floats, seed: int) -> Painted:
    """Return a wall of shelves with goods of many widths and heights on them."""
    wide, deep, high = size
    rng = np.random.default_rng(seed + 23)
    bricks = Bricks()
    bricks.lay(np.array([0, deep / 2, high / 2]), np.array([wide, 0.04, high]), paint * 0.7)
    for z in np.arange(0.3, high, _SHELF):
        bricks.lay(np.array([0, 0, z]), np.array([wide, deep, _BOARD]), paint)
        x = -wide / 2 + 0.05
        while x < wide / 2 - 0.3:
            across, up = rng.uniform(0.09, 0.34), _SHELF * rng.uniform(0.35, _GOODS)
            ware = np.minimum(paint * _WARES[rng.integers(len(_WARES))], 0.85)
            at = np.array([x + across / 2, -deep * 0.06, z + _BOARD / 2 + up / 2])
            bricks.lay(at, np.array([across * 0.92, deep * 0.7, up]), ware)
            x += across + (0.3 if rng.uniform() < 0.12 else 0.01)
    return bricks.mesh()

"""Places: the larger things that make a set look like somewhere, house fronts and trees."""

import numpy as np

from toile.adapters.renderers.mesh import Floats, Ints, grid_faces

FLOOR_HEIGHT, SHOP_HEIGHT, BAY = 3.1, 3.7, 2.1
# Linear colours of what is not painted as the piece is: panes, blinds behind panes, bark.
_PANE, _BLIND, _BARK = np.array([0.045, 0.056, 0.066]), np.array([0.34, 0.31, 0.27]), 0.05
_TRIM = 1.28
_LEAVES, _LEAF = 5200, 0.085
Painted = tuple[Floats, Ints, Floats]
Size = tuple[float, float, float]


class Bricks:
    """Boxes collected into one mesh, each with its colour."""

    def __init__(self) -> None:
        self._points: list[Floats] = []
        self._colours: list[Floats] = []

    def lay(self, at: Floats, size: Floats, colour: Floats) -> None:
        """Add a box by its middle."""
        corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]) / 2
        quads = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
        solid = np.concatenate([(corners * size + at)[list(quad)] for quad in quads])
        self._points.append(solid)
        self._colours.append(np.broadcast_to(colour, solid.shape))

    def mesh(self) -> Painted:
        """Return points, faces and colours."""
        points = np.concatenate(self._points)
        start = np.arange(0, len(points), 4)[:, None]
        halves = np.array([[0, 1, 2], [0, 2, 3]])
        faces = np.concatenate([start + half for half in halves])
        return points, faces, np.concatenate(self._colours)


def facade(size: Size, paint: Floats, seed: int) -> Painted:
    """Return a house: shops below, rows of framed windows above, a cornice; no windows behind."""
    wide, deep, high = size
    rng = np.random.default_rng(seed + 5)
    bricks = Bricks()
    trim = np.minimum(paint * _TRIM, 0.85)
    bricks.lay(np.array([0, 0, high / 2]), np.array(size), paint)
    bricks.lay(np.array([0, 0, high - 0.12]), np.array([wide + 0.3, deep + 0.3, 0.24]), trim)
    bricks.lay(np.array([0, 0, SHOP_HEIGHT]), np.array([wide + 0.14, deep + 0.14, 0.16]), trim)
    for side in ("front", "left", "right"):
        along = wide if side == "front" else deep
        bays = max(1, int(along / BAY))
        for bay in range(bays):
            u = (bay + 0.5) * along / bays - along / 2
            _opening(bricks, size, side, u, 0.25, (along / bays - 0.5, 2.7), trim, rng)
            for z in np.arange(SHOP_HEIGHT + 0.75, high - 2.2, FLOOR_HEIGHT):
                _opening(bricks, size, side, u, float(z), (1.05, 1.75), trim, rng)
    return bricks.mesh()


def _opening(
    bricks: Bricks, size: Size, side: str, u: float, low: float, hole: tuple[float, float],
    trim: Floats, rng: np.random.Generator,
) -> None:  # fmt: skip
    """Set a framed pane into a wall, ``u`` along it and ``low`` over the ground."""
    across, up = hole
    blind = rng.uniform() < 0.3

    def lay(shift: float, z: float, extent: tuple[float, float], out: float, what: Floats) -> None:
        if side == "front":
            at, box = [u + shift, -size[1] / 2, z], [extent[0], 2 * out, extent[1]]
        else:
            x = size[0] / 2 * (1 if side == "right" else -1)
            at, box = [x, u + shift, z], [2 * out, extent[0], extent[1]]
        bricks.lay(np.array(at), np.array(box), what)

    middle = low + up / 2
    lay(0, middle, (across + 0.2, up + 0.2), 0.03, trim)
    lay(0, middle, (across, up), 0.04, _PANE * rng.uniform(0.6, 1.6))
    if blind:
        lay(0, low + up * 0.76, (across, up * 0.48), 0.042, _BLIND)
    lay(0, middle, (0.05, up), 0.055, trim)
    lay(0, low + up * 0.62, (across, 0.05), 0.055, trim)
    lay(0, low - 0.06, (across + 0.36, 0.09), 0.11, trim)


def tree(size: Size, paint: Floats, seed: int) -> Painted:
    """Return a trunk under a crown of single leaves."""
    wide, deep, high = size
    rng = np.random.default_rng(seed + 9)
    turn = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    rows = [(0.0, 0.045), (0.25 * high, 0.032), (0.72 * high, 0.014)]
    trunk = np.concatenate([np.c_[ring * high * r, np.full(12, z)] for z, r in rows])
    heart = rng.normal(size=(9, 3)) * [0.2, 0.2, 0.13] + [0, 0, 0.66]
    middle = heart[rng.integers(0, 9, _LEAVES)]
    ball = rng.normal(size=(_LEAVES, 3))
    ball = ball / np.linalg.norm(ball, axis=1, keepdims=True) * rng.uniform(0.7, 1, (_LEAVES, 1))
    centre = (middle + ball * [0.24, 0.24, 0.17]) * [wide, deep, high]
    corners = centre[:, None] + rng.normal(size=(_LEAVES, 3, 3)) * _LEAF * (0.6 + 0.12 * high)
    leaves = corners.reshape(-1, 3)
    light = 0.65 + 0.6 * np.clip((centre[:, 2] / high - 0.4) / 0.6, 0, 1)
    shade = np.repeat(light * rng.uniform(0.7, 1.25, _LEAVES), 3)[:, None]
    faces = np.concatenate(
        [grid_faces(3, 12, closed=True)[:, ::-1], 36 + np.arange(3 * _LEAVES).reshape(-1, 3)]
    )
    bark = np.broadcast_to(_BARK * np.array([1.0, 0.8, 0.62]), trunk.shape)
    return np.concatenate([trunk, leaves]), faces, np.concatenate([bark, paint * shade])

"""Solids: shapes that are turned, swept or boxed, of which hats, bags and jewellery are made."""

import numpy as np

from toile.adapters.renderers.mesh import Floats, Ints, grid_faces, unit

Solid = tuple[Floats, Ints]
_TURNS = 40


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

"""Collars: bands that stand around the neck, turned down over it or lying as a hood.

They are built around the neck at rest and move with the cloth that they are sewn to.
"""

import numpy as np
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.mesh import Floats, Ints, grid_faces, point_normals
from toile.adapters.renderers.wardrobe.shells import Shell

COLUMNS = 60
_STAND, _FALL = 4, 6
_CLEAR = 0.005
Band = tuple[Floats, Ints, Floats]


def shirt_collar(figure: Figure, made: Shell, gap: float) -> Band:
    """Return a stand with a turned-down fall and two points, as posed points, faces and rest.

    ``gap`` is how far it is open in front, by an angle to each side.
    """
    turn, front = _turns(max(gap, 0.05))
    rise = np.linspace(0, 1, _STAND)[:, None]
    # A stand that is buttoned has one end lie over the other.
    closed, _ = _turns(gap or -0.07)
    stand = _around(
        figure, closed[None], _seam(rise * 0.036), 0.008 - 0.002 * rise + 0.002 * (closed > np.pi)
    )
    down = np.linspace(0, 1, _FALL)[1:, None]
    point = np.exp(-((front / 0.5) ** 2))[None]
    spread = np.sign(np.sin(turn))[None] * 0.34 * point * down
    length = (0.043 + 0.030 * point) * down
    fall = _around(
        figure, turn[None] + spread, _seam(0.036 - length), 0.011 + 0.012 * down**0.7 + 0 * length
    )
    return _sewn(figure, made, [stand, np.concatenate([stand[-1:], fall])], free=1)


def stand_collar(figure: Figure, made: Shell, gap: float) -> Band:
    """Return a band that stands up, open in front by an angle to each side."""
    turn, front = _turns(gap)
    rise = np.linspace(0, 1, _STAND + 2)[:, None]
    height = 0.038 * rise * np.clip(front / 0.3, 0.45, 1)[None]
    rows = _around(figure, turn[None], _seam(height), 0.009 - 0.001 * rise)
    return _sewn(figure, made, [rows], free=1)


def hood(figure: Figure, made: Shell) -> Band:
    """Return a hood that lies around the neck and down the back, as a soft roll."""
    turn, front = _turns(0.13)
    full = np.clip(front / 1.1, 0, 1)[None] ** 0.7
    about = np.linspace(-0.35 * np.pi, 1.25 * np.pi, 12)[:, None]
    thick = 0.003 + 0.035 * full
    away = 0.016 + thick * (1 + np.cos(about))
    lift = thick * np.sin(about) + 0.006 - 0.012 * full
    rows = _around(figure, turn[None], _seam(lift), away)
    return _sewn(figure, made, [rows], free=0)


def _turns(gap: float) -> tuple[Floats, Floats]:
    """Return the angle of each column from the front, around the back, and its way from an end."""
    turn = np.linspace(gap, 2 * np.pi - gap, COLUMNS)
    return turn, np.minimum(turn, 2 * np.pi - turn) - gap


def _seam(above: Floats) -> tuple[Floats, float]:
    """Return heights over the neckline that collared tops are cut along, and its slope."""
    return above + 0.01, 0.45


def _around(figure: Figure, turn: Floats, seam: tuple[Floats, float], away: Floats) -> Floats:
    """Return points at metres away from the neck's skin and above the sloping neckline."""
    throat = figure.rig.head("neck01")
    centre, reach = _neck(figure)
    above, slope = seam
    turn, above, away = np.broadcast_arrays(turn, above, away)
    radius = np.interp(turn % (2 * np.pi), np.linspace(0, 2 * np.pi, len(reach)), reach) + away
    x, y = centre[0] + radius * np.sin(turn), centre[1] - radius * np.cos(turn)
    return np.stack([x, y, throat[2] + slope * (y - throat[1]) + above], axis=-1)


def _neck(figure: Figure) -> tuple[Floats, Floats]:
    """Return the middle of the neck at rest and its half-width by angle from the front."""
    throat = figure.rig.head("neck01")
    skin = figure.rig.points[:SKIN_POINTS]
    ahead = skin[:, 2] - throat[2] - 0.5 * (skin[:, 1] - throat[1])
    ring = (np.abs(ahead - 0.035) < 0.012) & (np.abs(skin[:, 0]) < 0.1)
    flat = skin[ring & (np.abs(skin[:, 1] - throat[1]) < 0.12), :2]
    centre = (flat.min(0) + flat.max(0)) / 2
    turn = np.linspace(0, 2 * np.pi, 73)
    ways = np.stack([np.sin(turn), -np.cos(turn)], axis=1)
    support = ((flat - centre) @ ways.T).max(0)
    spread = np.cos(turn[None] - turn[:, None])
    return centre, np.min(np.where(spread > 0.1, support[None] / np.maximum(spread, 0.1), 9), 1)


def _sewn(figure: Figure, made: Shell, bands: list[Floats], *, free: int) -> Band:
    """Return bands of points over the cloth and in the pose; the first ``free`` bands stay put.

    Each band faces away from the neck, also one that is turned down over another.
    """
    tree = cKDTree(made.rest)
    normals = point_normals(made.rest, made.faces)
    points, faces, count = [], [], 0
    for number, band in enumerate(bands):
        rest = band.reshape(-1, 3)
        if number >= free:
            index = tree.query(rest)[1]
            height = ((rest - made.rest[index]) * normals[index]).sum(1)
            rest = rest + normals[index] * np.maximum(0, _CLEAR - height)[:, None]
        grid = grid_faces(len(band), band.shape[1], closed=False)
        outward = rest - rest.mean(0)
        if (point_normals(rest, grid) * outward).sum() < 0:
            grid = grid[:, ::-1]
        points.append(rest)
        faces.append(grid + count)
        count += len(rest)
    rest = np.concatenate(points)
    return _moved(figure, made, tree, rest), np.concatenate(faces), rest


def _moved(figure: Figure, made: Shell, tree: cKDTree, rest: Floats) -> Floats:
    """Return points in the pose, moved with the cloth near them."""
    near, by = tree.query(rest, k=6)
    share = 1 / (near + 0.004)
    share = share / share.sum(1, keepdims=True)
    weights = np.einsum("nk,nkb->nb", share, made.base.weights[by])
    return figure.posed.skin_dense(rest, weights)

"""Teeth: the upper row, which an open mouth shows."""

import numpy as np

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import Floats, Surface, grid_faces, point_normals

TEETH = "teeth"
# How far the chin has dropped, in metres, where the lips part.
_PARTED = 0.001
# Half the row, how much it bends back, how tall it is, and how far behind the line of the lips.
_HALF, _ARCH, _TALL, _BEHIND = 0.021, 28.0, 0.0115, np.array([0.0, 0.004, 0.0005])
# Where one tooth ends and the next begins, from the middle outwards, and how wide the gap reads.
_BETWEEN, _GAP = np.array([0.0, 0.0084, 0.0148, 0.0204]), 0.0005
_ROWS, _COLUMNS = 5, 85
_ENAMEL = linear("#e4ddd1")


def teeth_surfaces(figure: Figure) -> list[Surface]:
    """Return the upper teeth of a face whose lips are parted, nothing of one that is closed."""
    if figure.spec.skin == 0 or _drop(figure) < _PARTED:
        return []
    across = np.linspace(-_HALF, _HALF, _COLUMNS)
    beside = np.abs(np.abs(across)[:, None] - _BETWEEN).min(1)
    gap = np.exp(-((beside / _GAP) ** 2))
    edge = 0.0006 * gap + 0.002 * (across / _HALF) ** 2
    down = np.linspace(1, 0, _ROWS)[:, None]
    rest = np.stack(
        np.broadcast_arrays(across, _ARCH * across**2 + 0.0006 * gap, edge + down * (_TALL - edge)),
        axis=-1,
    ).reshape(-1, 3)
    points = _on_the_head(figure, _line(figure) + _BEHIND + rest)
    faces = grid_faces(_ROWS, _COLUMNS, closed=False)
    normals = point_normals(points, faces)
    if float((normals @ figure.head_axes)[:, 1].mean()) > 0:
        faces, normals = faces[:, ::-1], -normals
    colours = np.tile(1 - 0.3 * gap, _ROWS)[:, None] * _ENAMEL
    material = {"roughness": 0.25, "specular": 0.4}
    return [Surface(TEETH, points, faces, material, normals, colours, line=0.0)]


def _drop(figure: Figure) -> float:
    """Return how far the chin is below where it is in a calm face."""
    calm = figure.calm.points[:SKIN_POINTS]
    below = _line(figure)[2] - calm[:, 2]
    chin = (np.abs(calm[:, 0]) < 0.006) & (calm[:, 1] < figure.calm.head("eye.L")[1] + 0.01)
    chin &= (below > 0.022) & (below < 0.042)
    return float((calm - figure.rig.points[:SKIN_POINTS])[chin, 2].mean())


def _line(figure: Figure) -> Floats:
    """Return the deepest point between the lips of the calm face, at rest."""
    calm = figure.calm.points[:SKIN_POINTS]
    middle = (baked().masks["lips"][:SKIN_POINTS] > 0.5) & (np.abs(calm[:, 0]) < 0.004)
    middle &= calm[:, 1] < figure.calm.head("eye.L")[1]
    lips = calm[middle]
    return np.asarray(lips[np.argmax(lips[:, 1])]) * (0.0, 1.0, 1.0)


def _on_the_head(figure: Figure, rest: Floats) -> Floats:
    """Return points at rest where the turned head carries them."""
    return np.asarray(figure.joint("head") + (rest - figure.rig.head("head")) @ figure.head_axes.T)

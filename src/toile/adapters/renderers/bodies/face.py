"""Face: eyes, teeth, lashes and brows, the parts that a portrait is read by."""

from functools import lru_cache

import numpy as np
import scipy.sparse as sp

from toile.adapters.renderers.bodies.brows import brow_surface
from toile.adapters.renderers.bodies.figure import Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.skin import MONK
from toile.adapters.renderers.bodies.teeth import teeth_surfaces
from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    Surface,
    compact,
    loop_matrix,
    point_normals,
    smoothstep,
    unit,
)

EYES, LASHES = "eyes", "lashes"
_GLINT = 0.0016
_LASH = np.array([0.012, 0.009, 0.008])
# How far a lash strip reaches of its full length, and how much skin shows through it.
_STRIPS = {
    "lash_l_up": (0.55, 0.0), "lash_r_up": (0.55, 0.0),
    "lash_l_low": (0.12, 0.7), "lash_r_low": (0.12, 0.7),
}  # fmt: skip
# Lashes are all that is seen of a closed eye: the upper ones reach their full length.
_CLOSED = 1.0


def face_surfaces(figure: Figure, glint: Floats, *, close: bool) -> list[Surface]:
    """Return eyes, teeth, lashes and brows; ``close`` adds points for a portrait.

    ``glint`` is the way, in the figure's own frame, in which the eyes mirror the key light.
    """
    if figure.spec.skin == 0:
        return []
    eyes = [part for side in "lr" for part in _eye(figure, side, glint, 3 if close else 2)]
    return [
        *eyes,
        *teeth_surfaces(figure),
        _lashes(figure),
        brow_surface(figure, 460 if close else 220, MONK[figure.spec.skin - 1]),
    ]


def _eye(figure: Figure, side: str, glint: Floats, finer: int) -> list[Surface]:
    _, (rest, posed), _ = compact(baked().faces[f"eye_{side}"], figure.rig.points, figure.points)
    matrix, faces = _finer_eye(side, finer)
    rest, posed = matrix @ rest, matrix @ posed
    way = unit(rest - rest.mean(0))
    angle = np.degrees(np.arccos(np.clip(-way[:, 1], -1, 1)))
    bulge = 0.0011 * np.maximum(0, 1 - (angle / 30) ** 2) ** 0.8
    posed = posed + unit(posed - posed.mean(0)) * bulge[:, None]
    colours = _eye_colours(figure, way, angle)
    material = {"roughness": 0.06, "specular": 0.4}
    eye = Surface(EYES, posed, faces, material, point_normals(posed, faces), colours, line=0.6)
    return [eye, _catchlight(figure, side, posed, glint)]


@lru_cache(maxsize=8)
def _finer_eye(side: str, times: int) -> tuple[sp.csr_matrix, Ints]:
    """Return the subdivision of an eye, which is the same on every face, and its faces."""
    faces, _, kept = compact(baked().faces[f"eye_{side}"])
    whole = sp.identity(len(kept), format="csr")
    for _ in range(times):
        matrix, faces = loop_matrix(faces, whole.shape[0])
        whole = sp.csr_matrix(matrix @ whole)
    return whole, faces


def _catchlight(figure: Figure, side: str, eye: Floats, glint: Floats) -> Surface:
    """Return the spark that makes an eye look alive: the lamp, mirrored, always on the iris.

    Too small and too sharp for a few samples a pixel, so it is drawn.
    """
    centre = eye.mean(0)
    gaze = unit(figure.posed.rotations[baked().bone(f"eye.{side.upper()}")] @ [0.0, -1.0, 0.0])
    off = unit(glint) - gaze * float(unit(glint) @ gaze)
    off = off * (1.0, 1.0, 0.3)
    way = unit(gaze + off * min(1.0, 0.17 / max(float(np.linalg.norm(off)), 1e-6)))
    reach = float(((eye - centre) @ way).max()) + 0.0003
    right = unit(np.cross(way, [0.0, 0.0, 1.0]))
    up = np.cross(right, way)
    around = np.linspace(0, 2 * np.pi, 12, endpoint=False)[:, None]
    ring = centre + way * reach + _GLINT * (0.8 * np.cos(around) * right + np.sin(around) * up)
    points = np.concatenate([[centre + way * reach], ring])
    rim = np.arange(12)
    faces = np.stack([np.zeros(12, int), 1 + rim, 1 + (rim + 1) % 12], axis=1)
    colours = np.full(points.shape, 0.93)
    normals = np.broadcast_to(way, points.shape).copy()
    return Surface(EYES, points, faces, {"roughness": 1.0, "specular": 0.0}, normals, colours)


def _eye_colours(figure: Figure, way: Floats, angle: Floats) -> Floats:
    # The upper lid shades the white and the upper iris; light gathers in the lower iris.
    up = way[:, 2][:, None]
    white = linear("#d3cbc5") * (1 - 0.25 * smoothstep(35, 75, angle)[:, None])
    white = white * (1 - 0.4 * smoothstep(0.08, 0.34, up))
    ring = np.arctan2(way[:, 2], way[:, 0])
    spokes = 1 + 0.16 * np.sin(17 * ring + 2 * np.sin(5 * ring)) + 0.1 * np.sin(31 * ring)
    iris = linear(figure.spec.eyes) * 0.62 * spokes[:, None] * np.clip(1 - 1.5 * up, 0.45, 1.7)
    across = np.clip((angle - 9) / 18, 0, 1)[:, None]
    iris = iris * (1.15 - 0.15 * across) * (1 - 0.75 * smoothstep(0.72, 1.0, across))
    share = smoothstep(25.5, 29, angle)[:, None]
    colour = white * share + iris * (1 - share)
    return np.asarray(colour * smoothstep(9, 11, angle)[:, None] + 0.003)


def _lashes(figure: Figure) -> Surface:
    """Keep the roots of the lash strips: dark above, hardly darker than the skin below."""
    points, faces, colours, count = [], [], [], 0
    tone = MONK[figure.spec.skin - 1]
    for name, (reach, bare) in _STRIPS.items():
        part, (posed,), _ = compact(baked().faces[name], figure.points)
        eye = figure.joint("eye.L" if "_l_" in name else "eye.R")
        far = np.linalg.norm(posed - eye, axis=1)
        near = np.quantile(far, 0.2)
        if figure.pose.gaze == "closed" and name.endswith("_up"):
            reach = _CLOSED
        pull = np.clip((far - near) / np.maximum(far, 1e-6), 0, 1) * (1 - reach)
        points.append(posed + (eye - posed) * pull[:, None])
        colours.append(np.broadcast_to(_LASH + bare * tone, posed.shape))
        faces.append(part + count)
        count += len(posed)
    material = {"roughness": 0.9, "specular": 0.1}
    stacked, joined = np.concatenate(points), np.concatenate(faces)
    return Surface(LASHES, stacked, joined, material, None, np.concatenate(colours), line=0.0)

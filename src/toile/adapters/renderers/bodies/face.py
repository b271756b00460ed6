"""Face: eyes, lashes and brows, the parts that a portrait is read by."""

import numpy as np
from scipy.spatial import cKDTree

from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.bodies.strands import ribbons
from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import (
    Floats,
    Surface,
    compact,
    loop_matrix,
    point_normals,
    smoothstep,
    unit,
)

EYES, LASHES, BROWS = "eyes", "lashes", "brows"
_BROW_UP = 0.0185


def face_surfaces(figure: Figure, *, close: bool) -> list[Surface]:
    """Return eyes, lashes and brows; ``close`` adds points for a portrait."""
    if figure.spec.skin == 0:
        return []
    eyes = [_eye(figure, side, 3 if close else 2) for side in "lr"]
    return [*eyes, _lashes(figure), _brows(figure, 420 if close else 200)]


def _eye(figure: Figure, side: str, finer: int) -> Surface:
    faces, (rest, posed), _ = compact(
        baked().faces[f"eye_{side}"], figure.rig.points, figure.points
    )
    for _ in range(finer):
        matrix, faces = loop_matrix(faces, len(rest))
        rest, posed = matrix @ rest, matrix @ posed
    way = unit(rest - rest.mean(0))
    angle = np.degrees(np.arccos(np.clip(-way[:, 1], -1, 1)))
    bulge = 0.0011 * np.maximum(0, 1 - (angle / 30) ** 2) ** 0.8
    posed = posed + unit(posed - posed.mean(0)) * bulge[:, None]
    colours = _eye_colours(figure, way, angle)
    material = {"roughness": 0.06, "specular": 0.4}
    return Surface(EYES, posed, faces, material, point_normals(posed, faces), colours, line=0.6)


def _eye_colours(figure: Figure, way: Floats, angle: Floats) -> Floats:
    white = linear("#cfc6bf") * (1 - 0.25 * smoothstep(35, 75, angle)[:, None])
    ring = np.arctan2(way[:, 2], way[:, 0])
    spokes = 1 + 0.16 * np.sin(17 * ring + 2 * np.sin(5 * ring)) + 0.1 * np.sin(31 * ring)
    iris = linear(figure.spec.eyes) * 0.5 * spokes[:, None]
    across = np.clip((angle - 9) / 18, 0, 1)[:, None]
    iris = iris * (1.15 - 0.15 * across) * (1 - 0.75 * smoothstep(0.72, 1.0, across))
    share = smoothstep(25.5, 29, angle)[:, None]
    colour = white * share + iris * (1 - share)
    return np.asarray(colour * smoothstep(9, 11, angle)[:, None] + 0.003)


def _lashes(figure: Figure) -> Surface:
    """Keep the root half of the lash strips: dark, short and even."""
    points, faces, count = [], [], 0
    for name, reach in (
        ("lash_l_up", 0.6),
        ("lash_r_up", 0.6),
        ("lash_l_low", 0.3),
        ("lash_r_low", 0.3),
    ):
        part, (posed,), _ = compact(baked().faces[name], figure.points)
        eye = figure.joint("eye.L" if "_l_" in name else "eye.R")
        far = np.linalg.norm(posed - eye, axis=1)
        near = np.quantile(far, 0.2)
        pull = np.clip((far - near) / np.maximum(far, 1e-6), 0, 1) * (1 - reach)
        posed = posed + (eye - posed) * pull[:, None]
        points.append(posed)
        faces.append(part + count)
        count += len(posed)
    stacked, joined = np.concatenate(points), np.concatenate(faces)
    dark = np.broadcast_to(np.array([0.012, 0.009, 0.008]), stacked.shape).copy()
    return Surface(
        LASHES, stacked, joined, {"roughness": 0.9, "specular": 0.1}, None, dark, line=0.0
    )


def _brows(figure: Figure, count: int) -> Surface:
    rng = np.random.default_rng(figure.spec.face % 1000 + 3)
    rest = figure.rig.points[:SKIN_POINTS]
    eye = figure.rig.head("eye.L")
    front = np.where((rest[:, 1] < eye[1] + 0.02) & (np.abs(rest[:, 2] - eye[2]) < 0.07))[0]
    tree = cKDTree(rest[front][:, [0, 2]])
    normals = point_normals(rest, baked().faces["body"])[front]
    strands = []
    thick = (0.0078 if figure.spec.build < 0 else 0.006) * float(rng.uniform(0.85, 1.2))
    arch = float(rng.uniform(0.8, 1.25))
    for sign in (1, -1):
        along = rng.beta(1.15, 1.35, count)
        out = 0.0125 + 0.041 * along
        up = _BROW_UP + arch * 0.006 * np.sin(np.clip(along * 1.12, 0, 1) * np.pi * 0.62)
        up = up - 0.008 * np.maximum(0, along - 0.62) / 0.38
        off = np.clip(rng.normal(size=count) * 0.27, -0.55, 0.55)
        height = thick * (1 - 0.68 * along) * np.interp(along, [0, 0.12], [0.7, 1])
        flat = np.stack([sign * out, eye[2] + up + off * height], axis=1)
        strands.append(_hairs(rest[front], normals, tree, flat, along, off, sign, rng))
    placed = np.concatenate(strands)
    head = baked().bone("head")
    placed = placed @ figure.posed.rotations[head].T + figure.posed.shifts[head]
    points, faces, facing = ribbons(placed, 0.0009 if count < 300 else 0.00052, tip=0.2, root=0.7)
    own = linear(figure.spec.hair.colour)
    tone = 0.45 * own + 0.18 * own.mean() + 0.002
    colours = np.broadcast_to(np.minimum(tone, 0.12), points.shape).copy()
    return Surface(
        BROWS, points, faces, {"roughness": 0.9, "specular": 0.1}, facing, colours, line=0.0
    )


def _hairs(
    skin: Floats, normals: Floats, tree: cKDTree, flat: Floats, along: Floats, off: Floats,
    sign: int, rng: np.random.Generator,
) -> Floats:  # fmt: skip
    distance, index = tree.query(flat, k=5)
    weight = 1 / (distance + 1e-4)
    weight = weight / weight.sum(1, keepdims=True)
    depth = (skin[index, 1] * weight).sum(1)
    normal = unit((normals[index] * weight[..., None]).sum(1))
    root = np.stack([flat[:, 0], depth, flat[:, 1]], axis=1) + normal * 0.0006
    lean = np.interp(along, [0, 0.1, 0.25, 0.6, 1], [0.95, 0.7, 0.4, 0.05, -0.42])
    lean = lean + rng.normal(size=len(along)) * 0.13 - off * 0.8
    way = np.stack([sign * np.cos(lean), np.zeros(len(lean)), np.sin(lean)], axis=1)
    way = unit(way - normal * (way * normal).sum(1, keepdims=True))
    length = rng.uniform(0.0046, 0.0078, len(along)) * np.interp(
        along, [0, 0.12, 0.4, 1], [0.55, 0.9, 1, 0.75]
    )
    step = way * length[:, None]
    return np.stack(
        [root, root + 0.5 * step + normal * 0.0006, root + step + normal * 0.0003], axis=1
    )

"""Skin: Monk tones as albedo, with the redness, shadow and marks that make a body a person.

The ten tones are linear albedos set so that the rendered swatches match the Monk Skin Tone scale
(Monk, 2022, CC BY 4.0) under neutral light; albedo is not appearance, so they are not its hexes.
"""

from functools import lru_cache
from typing import Any

import numpy as np
from scipy import ndimage

from toile.adapters.renderers.bodies.brows import brow_colour, brow_share
from toile.adapters.renderers.bodies.figure import SKIN_POINTS, Figure
from toile.adapters.renderers.bodies.hairline import scalp
from toile.adapters.renderers.bodies.shape import baked
from toile.adapters.renderers.finish.colour import linear
from toile.adapters.renderers.mesh import (
    Floats,
    Ints,
    Surface,
    loop_matrix,
    point_normals,
    smoothstep,
)

MONK = np.array(
    [(0.66, 0.49, 0.42), (0.61, 0.435, 0.355), (0.57, 0.40, 0.31), (0.49, 0.325, 0.235),
     (0.40, 0.25, 0.168), (0.30, 0.178, 0.114), (0.205, 0.117, 0.074), (0.135, 0.075, 0.048),
     (0.09, 0.051, 0.035), (0.058, 0.035, 0.026)]
)  # fmt: skip
STAND = np.array([0.55, 0.53, 0.50])
RED, MELANIN = np.array([1.07, 0.78, 0.72]), np.array([0.86, 0.80, 0.74])
MATERIAL = {"roughness": 0.5, "specular": 0.4, "sheen": 0.12}
FACE = "face"
SKIN = "skin"


@lru_cache(maxsize=4)
def _finer(times: int) -> tuple[Any, Ints]:
    """Return the subdivision of the whole skin as a matrix and faces."""
    faces, count = baked().faces["body"], SKIN_POINTS
    matrix = None
    for _ in range(times):
        step, faces = loop_matrix(faces, count)
        matrix = step if matrix is None else step @ matrix
        count = step.shape[0]
    return matrix, faces


def skin_surfaces(figure: Figure, shown: Ints, *, finer: int) -> list[Surface]:
    """Return face and body skin; ``shown`` are the faces that no garment covers."""
    body = baked()
    rest, posed = figure.rig.points[:SKIN_POINTS], figure.points[:SKIN_POINTS]
    colours = skin_colours(figure, rest, dict(body.masks))
    head = body.weight_of("head", "neck03", "eye")[:SKIN_POINTS] > 0.5
    if finer:
        matrix, fine = _finer(finer)
        kept = np.zeros(len(body.faces["body"]), bool)
        kept[_rows(body.faces["body"], shown)] = True
        faces = fine[np.tile(kept, 4**finer)]
        posed = matrix @ posed
        rest = matrix @ rest
        masks = {k: np.asarray(matrix @ m) for k, m in body.masks.items()}
        colours = skin_colours(figure, rest, masks)
        head = np.asarray(matrix @ head.astype(float)) > 0.5
        normals = point_normals(posed, fine)
    else:
        faces, normals = shown, point_normals(posed, body.faces["body"])
    on_head = head[faces].all(1)
    return [
        Surface(name, posed, faces[rows], MATERIAL, normals, colours, line=weight)
        for name, rows, weight in ((FACE, on_head, 0.3), (SKIN, ~on_head, 0.8))
        if rows.any()
    ]


def _rows(faces: Ints, chosen: Ints) -> Ints:
    """Return which rows of ``faces`` are among the chosen ones."""
    keys = faces @ np.array([1, 20000, 400000000])
    wanted = chosen @ np.array([1, 20000, 400000000])
    return np.where(np.isin(keys, wanted))[0]


@lru_cache(maxsize=1)
def _lattice() -> tuple[Floats, ...]:
    rng = np.random.default_rng(100)
    return tuple(rng.random((32, 32, 32)) for _ in range(4))


def noise(points: Floats, wave: float, which: int = 0) -> Floats:
    """Return smooth noise of a wavelength in metres, about -1 to 1."""
    at = (points / wave * 2 + 17.3 * which).T % 31.999
    value = ndimage.map_coordinates(_lattice()[which % 4], at, order=1, mode="grid-wrap")
    return np.asarray((value - 0.5) * 3.2)


def skin_colours(figure: Figure, rest: Floats, masks: dict[str, Floats]) -> Floats:
    """Return linear albedo per skin point."""
    spec = figure.spec
    if spec.skin == 0:
        return np.broadcast_to(STAND, rest.shape).copy()
    tone = MONK[spec.skin - 1]
    colour = np.broadcast_to(tone, rest.shape).copy()
    colour = _mottled(colour, rest)
    colour = _flushed(figure, colour, rest, masks)
    colour = _shadowed(figure, colour, rest)
    colour = _marked(figure, colour, rest)
    colour = _painted(figure, colour, rest, masks, tone)
    colour = _haired(figure, colour, rest, tone)
    return np.clip(colour, 0.004, 0.8)


def _tint(colour: Floats, share: Floats, by: Floats) -> Floats:
    weight = np.clip(share, 0, 1)[:, None]
    return colour * (1 - weight + weight * by)


def _mottled(colour: Floats, rest: Floats) -> Floats:
    colour = _tint(colour, 0.12 + 0.16 * noise(rest, 0.05, 0), MELANIN)
    return _tint(colour, 0.1 + 0.14 * noise(rest, 0.03, 1), RED)


def _face_frame(figure: Figure, rest: Floats) -> tuple[Floats, Floats, Floats]:
    """Return |x|, height over the eyes and a front mask of points at rest."""
    eyes = (figure.rig.head("eye.L") + figure.rig.head("eye.R")) / 2
    front = smoothstep(0.03, -0.03, rest[:, 1] - eyes[1])
    return np.abs(rest[:, 0]), rest[:, 2] - eyes[2], front


def _flushed(figure: Figure, colour: Floats, rest: Floats, masks: dict[str, Floats]) -> Floats:
    x, z, front = _face_frame(figure, rest)

    def spot(at: float, up: float, wide: float, high: float) -> Floats:
        return np.exp(-(((x - at) / wide) ** 2) - ((z - up) / high) ** 2) * front

    colour = _tint(colour, 0.7 * spot(0.042, -0.042, 0.022, 0.02), RED)
    colour = _tint(colour, 0.55 * spot(0, -0.045, 0.014, 0.012), RED)
    colour = _tint(colour, 0.3 * spot(0, -0.11, 0.018, 0.012), RED)
    colour = _tint(colour, 0.45 * masks["ears"], RED)
    for bone, size in (("finger2-2", 0.013), ("finger3-2", 0.013), ("finger4-2", 0.013),
                       ("finger2-1", 0.012), ("finger3-1", 0.012), ("lowerarm01", 0.03),
                       ("lowerleg01", 0.05)):  # fmt: skip
        for side in "LR":
            away = ((rest - figure.rig.head(f"{bone}.{side}")) ** 2).sum(1)
            colour = _tint(colour, 0.5 * np.exp(-away / size**2), RED)
    return colour


def _shadowed(figure: Figure, colour: Floats, rest: Floats) -> Floats:
    """Darken lids, brows, nostrils, under the cheekbones and beside the nose."""
    x, z, front = _face_frame(figure, rest)
    out = abs(figure.rig.head("eye.L")[0])
    shade = np.array([0.85, 0.74, 0.71])
    for up, wide, high, share in ((-0.011, 0.02, 0.009, 0.35), (0.011, 0.021, 0.009, 0.5)):
        lid = np.exp(-(((x - out) / wide) ** 2) - ((z - up) / high) ** 2) * front
        colour = _tint(colour, (share + 0.5 * figure.spec.make_up * (up > 0)) * lid, shade)
    under = 0.3 if figure.spec.build < 0 else 0.22 + 0.2 * figure.spec.make_up
    bone = np.exp(-(((x - 0.058) / 0.017) ** 2) - ((z + 0.066 - 0.35 * (x - 0.058)) / 0.012) ** 2)
    colour = _tint(colour, under * bone * np.maximum(front, 0.6 * (x > 0.05)), shade)
    nostril = np.exp(-(((x - 0.0075) / 0.0042) ** 2) - ((z + 0.0565) / 0.0035) ** 2) * front
    colour = _tint(colour, 0.75 * nostril, 0.6 * shade)
    brow = (0.45 * brow_share(figure.spec, x, z) * front)[:, None]
    colour = colour * (1 - brow) + (brow_colour(figure.spec) + 0.12 * colour) * brow
    wing = np.exp(-(((x - 0.017) / 0.008) ** 2) - ((z + 0.058) / 0.01) ** 2) * front
    age = np.clip((figure.spec.age - 35) / 40, 0, 1)
    fold = np.exp(-(((x - 0.026 - 0.12 * (-0.06 - z)) / 0.004) ** 2)) * smoothstep(-0.05, -0.06, z)
    fold = fold * smoothstep(-0.1, -0.09, z) * front
    colour = _tint(colour, 0.35 * wing, shade)
    return _tint(colour, age * 0.6 * fold, shade)


def _marked(figure: Figure, colour: Floats, rest: Floats) -> Floats:
    """Add freckles, birthmarks, scars and pale patches where the capture says."""
    x, z, front = _face_frame(figure, rest)
    if figure.spec.freckles > 0:
        where = np.exp(-(((x - 0.025) / 0.042) ** 2) - ((z + 0.028) / 0.03) ** 2) * front
        spots = smoothstep(0.55, 0.85, noise(rest, 0.0065, 0)) + smoothstep(
            0.6, 0.9, noise(rest, 0.0045, 1)
        )
        colour = _tint(
            colour,
            figure.spec.freckles * 0.4 * spots * (where + 0.15 * front),
            np.array([0.62, 0.47, 0.38]),
        )
    for mark in figure.spec.marks:
        kind, _, where_text = mark.partition(":")
        at = _place(figure, where_text)
        away = np.linalg.norm(rest - at, axis=1)
        if kind == "birthmark":
            colour = _tint(
                colour,
                smoothstep(0.011, 0.007, away + 0.003 * noise(rest, 0.01, 2)),
                np.array([0.5, 0.36, 0.3]),
            )
        elif kind == "scar":
            line = np.exp(-((((rest - at) @ np.array([0.8, 0, 0.6])) / 0.0025) ** 2)) * (
                away < 0.02
            )
            colour = colour * (1 + 0.3 * line[:, None])
        elif kind == "vitiligo":
            patch = smoothstep(0.05, 0.03, away + 0.02 * noise(rest, 0.03, 3))[:, None]
            colour = colour * (1 - patch) + MONK[0] * patch
        elif kind == "tattoo":
            ink = smoothstep(0.2, 0.3, np.abs(noise(rest, 0.02, 1))) * (away < 0.035)
            colour = _tint(colour, 0.75 * ink, np.array([0.3, 0.32, 0.36]))
    return colour


_MARK_AT = {
    "cheek": (0.045, -0.09, -0.045), "chin": (0.01, -0.09, -0.115), "lip": (0.02, -0.095, -0.07),
    "forehead": (0.02, -0.08, 0.055), "brow": (0.035, -0.085, 0.022), "nose": (0.008, -0.11, -0.04),
    "neck": (0.045, 0.0, -0.17), "temple": (0.07, -0.04, 0.02),
}  # fmt: skip


_MARK_BONES = {
    "forearm": "lowerarm01", "shoulder": "upperarm01", "hand": "wrist", "knee": "lowerleg01",
    "wrist": "wrist", "arm": "upperarm02", "collarbone": "clavicle", "leg": "lowerleg01",
}  # fmt: skip


def _place(figure: Figure, where: str) -> Floats:
    """Return the skin point that words like "left cheek" or "right forearm" mean."""
    lowered = where.casefold()
    sign = -1.0 if "right" in lowered else 1.0
    side = "R" if sign < 0 else "L"
    eyes = (figure.rig.head("eye.L") + figure.rig.head("eye.R")) / 2
    for word, offset in _MARK_AT.items():
        if word in lowered:
            return eyes + np.array(offset) * (sign, 1, 1)
    for word, bone in _MARK_BONES.items():
        if word in lowered:
            return figure.rig.head(f"{bone}.{side}") + np.array([0, -0.04, -0.02])
    return eyes + np.array(_MARK_AT["cheek"]) * (sign, 1, 1)


def _mouth(rest: Floats, lips: Floats) -> tuple[Floats, Floats]:
    """Return, per point, how much it is upper lip and how much the line between the lips."""
    middle = (lips > 0.5) & (np.abs(rest[:, 0]) < 0.008)
    if not middle.any():
        return np.zeros(len(rest)), np.zeros(len(rest))
    deep = rest[middle]
    line = float(np.median(deep[deep[:, 1] >= np.quantile(deep[:, 1], 0.8), 2]))
    above = rest[:, 2] - line
    near = np.exp(-((above / 0.0016) ** 2)) * smoothstep(0.022, 0.012, np.abs(rest[:, 0]))
    return smoothstep(-0.0005, 0.003, above), near


def _painted(
    figure: Figure, colour: Floats, rest: Floats, masks: dict[str, Floats], tone: Floats
) -> Floats:
    """Colour lips, lids and nails."""
    own = tone * np.array([0.83, 0.5, 0.48]) + np.array([0.03, 0.0, 0.004])
    lips = own if figure.spec.lips is None else 0.75 * linear(figure.spec.lips) + 0.25 * own
    share = (np.clip(masks["lips"] * 1.15, 0, 1) * (0.8 if figure.spec.lips is None else 0.95))[
        :, None
    ]
    upper, line = _mouth(rest, masks["lips"])
    lips = lips * (1 - 0.2 * upper - 0.5 * line)[:, None]
    colour = colour * (1 - share) + lips * share
    nails = (np.maximum(masks["fingernails"], masks["toenails"]) * 0.6)[:, None]
    return colour * (1 - nails) + tone * np.array([1.08, 0.9, 0.86]) * nails


def _haired(figure: Figure, colour: Floats, rest: Floats, tone: Floats) -> Floats:
    """Tint the scalp, and the beard shadow of masculine faces."""
    hair = linear(figure.spec.hair.colour)
    if figure.spec.hair.fall != "none":
        edge = (
            scalp(figure.rig, rest) + 0.004 * noise(rest, 0.012, 0) + 0.003 * noise(rest, 0.005, 1)
        )
        dense = 0.9 if figure.spec.hair.fall != "buzz" else 0.8
        share = (dense * smoothstep(-0.003, 0.018, edge))[:, None]
        colour = colour * (1 - share) + (0.6 * hair + 0.03 * tone) * share
    if figure.spec.build < -0.3:
        x, z, front = _face_frame(figure, rest)
        jaw = smoothstep(-0.062, -0.085, z - 0.25 * np.maximum(0, x - 0.03)) * smoothstep(
            -0.19, -0.15, z
        )
        share = (0.16 * jaw * np.maximum(front, 0.3))[:, None]
        colour = colour * (1 - share) + (0.5 * hair + 0.2 * tone) * share
    return colour

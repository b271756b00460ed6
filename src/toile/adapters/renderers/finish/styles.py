"""Styles: colour, ink, wash and clay, drawn from the light, the maps and the edges."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt
from scipy import ndimage

from toile.adapters.renderers.finish.blur import soft
from toile.adapters.renderers.finish.colour import luminance, to_srgb
from toile.adapters.renderers.finish.tone import curve, developed
from toile.adapters.renderers.mesh import Floats

STYLES = ("colour", "ink", "wash", "clay")
PAPER = np.array([0.985, 0.975, 0.955])
INK = np.array([0.085, 0.075, 0.085])
# How dark the lines of the colour style are, and how much it deepens shade on people.
_CONTOUR, _MODELLING = 0.42, 0.12
# Rows from which on a line is as dark as that: on less it would be too thick.
_DRAWN_FOR = 480
# No dye is darker: what light falls on a cloth is read from what it gives back.
_BLACKEST = 0.012
# Over how many pixels clay reads strands as one mass.
_STRANDS = 1.5
# The share of its own modelling that a face keeps under a brush.
_KEPT = 0.75
# Rows of the picture at which a brush is a few pixels wide.
_BRUSH_ROWS = 1024


@dataclass(frozen=True)
class Plate:
    """What a style draws from, at the size of the picture: exposed light, and what it falls on.

    ``line`` weighs edges per pixel; ``focus`` is 1 where the lens is sharp, 0 where no pen draws.
    """

    light: Floats
    albedo: Floats
    normal: Floats
    depth: Floats
    edges: Floats
    focus: Floats
    face: npt.NDArray[np.bool_]
    line: Floats
    person: npt.NDArray[np.bool_]
    hair: npt.NDArray[np.bool_]


def drawn(plate: Plate, style: str) -> Floats:
    """Return sRGB between 0 and 1 in a style."""
    if style == "ink":
        return _ink(plate)
    if style == "wash":
        return _wash(plate)
    if style == "clay":
        return _clay(plate)
    return _contoured(developed(_modelled(plate)), plate)


def _modelled(plate: Plate) -> Floats:
    """Return the light with deeper shade where less of it falls; what is lit stays as named."""
    falling = luminance(plate.light) / np.maximum(luminance(plate.albedo), 0.02)
    deeper = np.clip(falling, 0.05, 1) ** _MODELLING
    return plate.light * np.where(plate.person, deeper, 1.0)[..., None]


def _contoured(image: Floats, plate: Plate) -> Floats:
    """Draw the seams and outlines with a soft line of the darkened colour that they lie on."""
    fine = np.clip(plate.depth.shape[0] / _DRAWN_FOR, 0.5, 1)
    line = _CONTOUR * fine * _pen(plate) * np.where(plate.hair, 0.4, 1.0)
    return image * (1 - line[..., None])


# As many as a drawing in ink lays over each other; pictures of a board are of one size.
@lru_cache(maxsize=3)
def _grain(height: int, width: int, spread: float, seed: int) -> npt.NDArray[np.float32]:
    noise = np.random.default_rng(seed).normal(size=(height, width))
    lumps = soft(noise, spread)
    grain = (lumps / max(float(lumps.std()), 1e-9)).astype(np.float32)
    grain.flags.writeable = False
    return grain


def paper(height: int, width: int) -> Floats:
    """Return the tooth of drawing paper as a factor."""
    tooth = 0.009 * _grain(height, width, 0.9, 0) + 0.006 * _grain(height, width, 4.0, 1)
    return np.asarray((1 - np.abs(tooth))[..., None])


def _pen(plate: Plate) -> Floats:
    """Return ink coverage: outlines where parts meet, finer lines where form turns."""
    scale = plate.depth.shape[0] / 1024
    normal = soft(plate.normal * (~plate.hair)[..., None], max(0.5, 0.7 * scale))
    turning = sum(
        np.hypot(ndimage.sobel(normal[..., k], 0), ndimage.sobel(normal[..., k], 1))
        for k in range(3)
    )
    form = np.clip((np.asarray(turning) - 1.9) / 2.6, 0, 1) * 0.62
    figure = ndimage.binary_dilation(plate.person, iterations=2)
    inner = np.where(figure, 1.0, 0.55)
    ink = np.clip(plate.edges + form * (~plate.hair), 0, 1) * inner
    ink = ink * np.where(plate.edges > 0.3, 1.0, plate.line) * plate.focus
    wobble = 0.82 + 0.15 * _grain(plate.depth.shape[0], plate.depth.shape[1], 13, 5)
    sigma = max(0.45, 0.62 * scale)
    return np.clip(soft(ink * np.clip(wobble, 0.45, 1.2), sigma) * 1.35, 0, 1)


def _stepped(image: Floats, steps: int, share: float) -> Floats:
    """Lay tone in flat pools, as a brush does."""
    tone = image.mean(-1)
    brush = tone.shape[0] / _BRUSH_ROWS
    pooled = soft(tone, max(1.5, 4.0 * brush))
    flat = soft(np.round(pooled * steps) / steps, max(0.8, 1.6 * brush))
    factor = (1 - share) + share * flat / np.maximum(tone, 0.03)
    return np.clip(image * np.clip(factor, 0.5, 1.6)[..., None], 0, 1)


def _ink(plate: Plate) -> Floats:
    """Pen lines over a wash of the scene's own colours."""
    height, width = plate.depth.shape
    image = to_srgb(curve(plate.light))
    flat = np.asarray(cv2.medianBlur(image.astype(np.float32), 3), dtype=np.float64)
    flat = _stepped(flat, 7, 0.55)
    # Strands are brushed together and keep their own light: pools of tone would blot dark hair.
    strands = soft(plate.hair, 1.2)[..., None]
    flat = flat * (1 - strands) + (0.96 * soft(image, 0.8) + 0.04) * strands
    # A face keeps its own modelling: pools of tone would hide the eyes.
    near_face = _KEPT * soft(plate.face, 2.0)[..., None]
    flat = flat * (1 - near_face) + image * near_face
    near = soft(plate.person[..., None], 1.0)
    ground = 0.74 * soft(image, 1.4) + 0.26 * PAPER
    colour = (1 - (1 - flat) * 0.97) * near + ground * (1 - near)
    ink = (0.86 * _pen(plate))[..., None]
    return np.clip((colour * (1 - ink) + INK * ink) * paper(height, width), 0, 1)


def _wash(plate: Plate) -> Floats:
    """Watercolour: pooled tones, soft edges, white paper around the figure."""
    height, width = plate.depth.shape
    image = to_srgb(curve(plate.light))
    pools = soft(np.asarray(ndimage.median_filter(image, size=(5, 5, 1))), 0.9)
    near_face = _KEPT * soft(plate.face, 2.0)[..., None]
    image = _stepped(pools, 6, 0.7) * (1 - near_face) + image * near_face
    pigment = 0.05 * _grain(height, width, 5, 3) + 0.06 * _grain(height, width, 22, 4)
    edge = np.hypot(*(ndimage.sobel(soft(image.mean(-1), 2), k) for k in (0, 1)))
    density = (1 - image) * (0.9 + pigment + 0.9 * np.clip(edge, 0, 0.3))[..., None]
    near = soft(plate.person[..., None], 1.6)
    halo = soft(plate.person, width / 8)[..., None]
    ground = density * np.clip(0.25 + 0.9 * halo, 0, 0.85)
    density = density * near + soft(ground, 2.5) * (1 - near)
    line = (0.4 * _pen(plate))[..., None]
    painted = np.clip((1 - density) * PAPER, 0, 1) * (1 - line) + INK * line
    return np.clip(painted * paper(height, width), 0, 1)


def _clay(plate: Plate) -> Floats:
    """One matt grey under the same light, its forms held apart by a soft line."""
    light, albedo = luminance(plate.light), luminance(plate.albedo)
    # Strands are one mass: the quotient at the edge of each would glitter.
    light = np.where(plate.hair, soft(light, _STRANDS), light)
    albedo = np.where(plate.hair, soft(albedo, _STRANDS), albedo)
    light = light / np.maximum(albedo, _BLACKEST)
    clay = np.clip(light, 0, 3)[..., None] * np.array([0.60, 0.585, 0.56]) * 0.9
    return _contoured(to_srgb(curve(clay)), plate)

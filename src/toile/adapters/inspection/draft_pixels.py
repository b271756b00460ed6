"""Measures a draft: its wide areas by colour, how calm each tenth of its height is, its ground.

The person is left out by looking at the sides and the top, where sets are. Knows no rules.
"""

import io

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from toile.domain.draft_facts import DraftFacts
from toile.domain.errors import BadInput
from toile.domain.pictures import Picture

Lab = NDArray[np.float32]
# No others: some forms that Pillow knows are read by running a program.
_FORMATS = ("PNG", "JPEG", "WEBP", "AVIF")
_WIDE = 160
_SIDE = 0.18
_TOP = 0.12
_COLOURS = 6
_LEAST_SHARE = 0.12
# Beyond this distance from its ground (CIE76) a small cell is something, not light falling off.
_SOMETHING = 14.0
_TENTHS = 10


def measured(picture: Picture) -> DraftFacts:
    """Return what was measured on a picture in memory."""
    size = (picture.width, picture.height)
    return _facts(Image.frombuffer("RGB", size, picture.rgb, "raw", "RGB", 0, 1))


def measure(picture: bytes) -> DraftFacts:
    """Return what was measured on a file. Raises BadInput for what is no picture."""
    try:
        image = Image.open(io.BytesIO(picture), formats=_FORMATS).convert("RGB")
    except (OSError, ValueError, SyntaxError, RuntimeError, Image.DecompressionBombError) as error:
        raise BadInput("The draft is not a picture that can be opened.") from error
    return _facts(image)


def _facts(image: Image.Image) -> DraftFacts:
    high = max(_TENTHS, round(image.height * _WIDE / image.width))
    small = np.asarray(image.resize((_WIDE, high), Image.Resampling.BOX))
    # A median takes thin lines of a watermark away and keeps edges of things.
    small = np.asarray(cv2.medianBlur(small, 5), np.uint8)
    unit = (small / np.float32(255)).astype(np.float32)
    lab = np.asarray(cv2.cvtColor(unit, cv2.COLOR_RGB2LAB), np.float32)
    return DraftFacts(
        width=image.width,
        height=image.height,
        areas=_areas(small, lab),
        top_busy=_busy(lab),
        ground=_code(small[: max(1, round(high * _TOP))].reshape(-1, 3).mean(axis=0)),
    )


def _set_mask(high: int) -> NDArray[np.bool_]:
    mask = np.zeros((high, _WIDE), bool)
    side = round(_WIDE * _SIDE)
    mask[:, :side] = mask[:, -side:] = True
    mask[: round(high * _TOP)] = True
    return mask


def _areas(small: NDArray[np.uint8], lab: Lab) -> tuple[tuple[str, float], ...]:
    """Return the colours of the set with their share of it, widest first."""
    mask = _set_mask(small.shape[0])
    points = np.ascontiguousarray(lab[mask])
    rgb = small[mask].astype(np.float64)
    cv2.setRNGSeed(7)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    groups = min(_COLOURS, len(np.unique(points, axis=0)))
    _, labels, _ = cv2.kmeans(points, groups, None, stop, 2, cv2.KMEANS_PP_CENTERS)  # type: ignore[call-overload]
    flat = np.asarray(labels).ravel()
    found = [
        (_code(rgb[flat == one].mean(axis=0)), round(float((flat == one).mean()), 3))
        for one in range(groups)
        if (flat == one).any()
    ]
    wide = (one for one in found if one[1] >= _LEAST_SHARE)
    return tuple(sorted(wide, key=lambda one: -one[1]))


def _busy(lab: Lab) -> tuple[float, ...]:
    """Return, for each tenth from the top, the share of cells unlike the sides of their row."""
    side = max(2, round(_WIDE * 0.06))
    edges = np.concatenate([lab[:, :side], lab[:, -side:]], axis=1)
    ground = np.median(edges, axis=1, keepdims=True)
    differs = np.linalg.norm(lab - ground, axis=2) > _SOMETHING
    bands = np.array_split(differs, _TENTHS, axis=0)
    return tuple(round(float(band.mean()), 3) for band in bands)


def _code(rgb: NDArray[np.float64]) -> str:
    red, green, blue = (round(float(part)) for part in rgb)
    return f"#{red:02X}{green:02X}{blue:02X}"

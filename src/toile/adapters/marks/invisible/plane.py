"""The plane of brightness that carries the mark: how strong it may be where, and what it hides in.

A plane is ``float32`` of shape (height, width) in 8-bit brightness units, here always at the
canonical size (short side 768) unless said otherwise.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.layout import CANONICAL

Plane = npt.NDArray[np.float32]
Pixels = npt.NDArray[np.uint8]
Real = npt.NDArray[np.float64]

_COARSE: Final = 21
_NEIGHBOURHOOD: Final = 17
_ERODED: Final = 25
_SOFTENED: Final = 13
# A reader hears it best where it is quiet, so what is busy gets less than it could hide.
_FAINTEST, _PER_CONTRAST, _STRONGEST = 1.2, 0.08, 5.0
OUTLIER: Final = 3.5
_FLATTENED, _FLATTENED_BELOW = 0.7, 3.0
# What compression leaves of a flat area is not as sure as it is quiet.
QUIETEST: Final = 2.0


@dataclass(frozen=True, eq=False)
class Hearing:
    """How a reader listens to a plane: ``even`` detail, its local ``noise``, and its ``mask``."""

    even: Plane
    noise: Plane
    mask: Plane


@dataclass(frozen=True, eq=False)
class Canvas:
    """What a reader sees of a plane: ``signal`` and how far to believe it, ``trust``.

    ``signal`` estimates mask times tile, weighted; ``trust`` is that weight times the mask.
    """

    signal: Plane
    trust: Plane


def luma(pixels: Pixels) -> Plane:
    """Return Rec. 601 brightness, same height and width as the pixels."""
    weights = np.array([[0.299, 0.587, 0.114]], np.float32)
    return np.asarray(cv2.transform(pixels.astype(np.float32), weights), dtype=np.float32)


def to_canonical(plane: Plane) -> Plane:
    """Return the plane with its short side at 768 pixels."""
    share = CANONICAL / min(plane.shape)
    return resized(plane, round(plane.shape[0] * share), round(plane.shape[1] * share))


def resized(plane: Plane, height: int, width: int) -> Plane:
    """Return the plane at another size: averaged when smaller, cubic when larger."""
    if plane.shape == (height, width):
        return plane
    way = cv2.INTER_AREA if height < plane.shape[0] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(plane, (width, height), interpolation=way), dtype=np.float32)


def fine_detail(plane: Plane) -> Plane:
    """Return what is finer than about 40 pixels: there the mark lives."""
    return plane - box(box(plane, _COARSE), _COARSE)


def contrast(detail: Plane) -> Plane:
    """Return the local standard deviation of the detail."""
    spread = np.sqrt(box(detail * detail, _NEIGHBOURHOOD) + np.float32(1e-3))
    return np.asarray(spread, dtype=np.float32)


def allowance(contrast_: Plane) -> Plane:
    """Return how strong the mark may be at each pixel without being seen.

    Eroding first keeps it out of the flat side of an edge, where it would show as a halo.
    """
    eroded = cv2.erode(contrast_, np.ones((_ERODED, _ERODED), np.uint8))
    softened = box(np.asarray(eroded, dtype=np.float32), _SOFTENED)
    allowed = np.minimum(_FAINTEST + _PER_CONTRAST * softened, _STRONGEST)
    return np.asarray(allowed, dtype=np.float32)


def headroom(plane: Plane) -> Plane:
    """Return 0.35 to 1: less where black or white would clip the mark."""
    near = np.minimum(plane, 255 - plane) / 6 + np.float32(0.35)
    return box(np.clip(near, 0.35, 1).astype(np.float32), 9)


def canvas(plane: Plane) -> Canvas:
    """Return the reader's view: detail, clipped and weighted by how quiet its surroundings are."""
    heard = hearing(plane)
    weight = heard.mask / (heard.noise * heard.noise)
    limit = np.float32(OUTLIER) * heard.noise
    signal = np.clip(heard.even, -limit, limit) * weight
    return Canvas(signal=signal.astype(np.float32), trust=(heard.mask * weight).astype(np.float32))


def hearing(plane: Plane) -> Hearing:
    """Return what a reader takes from a plane before it clips and weighs.

    Flattening the spectrum of the picture first keeps its coarse detail from deciding where
    to listen for the fine part of the mark.
    """
    detail = fine_detail(plane)
    coarse = cv2.GaussianBlur(detail, (0, 0), _FLATTENED_BELOW)
    even = np.asarray(detail - np.float32(_FLATTENED) * coarse, dtype=np.float32)
    return Hearing(
        even=even,
        noise=contrast(even) + np.float32(QUIETEST),
        mask=allowance(contrast(detail) + np.float32(1)),
    )


def kept_share(cycles: Real) -> Real:
    """Return the share of each wave (rows, columns; cycles a pixel) that ``even`` detail keeps."""
    mean = np.prod(_mean_of(cycles), axis=0)
    soft = np.exp(-2 * (np.pi * _FLATTENED_BELOW) ** 2 * (cycles**2).sum(axis=0))
    return np.asarray((1 - mean**2) * (1 - _FLATTENED * soft))


def _mean_of(cycles: Real) -> Real:
    """Return what the mean over ``_COARSE`` pixels leaves of a wave along one side."""
    return np.asarray(np.sin(np.pi * cycles * _COARSE) / (_COARSE * np.sin(np.pi * cycles)))


def box(plane: Plane, side: int) -> Plane:
    """Return the mean over a square."""
    blurred = cv2.blur(plane, (side, side), borderType=cv2.BORDER_REFLECT)
    return np.asarray(blurred, dtype=np.float32)

"""Brings a received plane back to the canonical tile, given the map of its waves."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.layout import PERIOD
from toile.adapters.marks.invisible.plane import Plane

Real = npt.NDArray[np.float64]

_LARGEST_SIDE: Final = 3000
# Received waves per canonical wave, above which half the canonical size holds all there is.
_SMALL: Final = 1.7


@dataclass(frozen=True, eq=False)
class Straight:
    """A plane at canonical scale, or half of it: ``period`` says how large a tile is in it.

    ``back`` (2, 3) takes its (column, row) to the received plane's.
    """

    plane: Plane
    period: int
    back: Real


def straightened(plane: Plane, map_: Real) -> Straight:
    """Return the plane resampled so that its tile lies straight.

    What was received much smaller is brought to half the size only: there is nothing finer in
    it. Positions go the other way round than waves: by the inverse transpose of the map.
    """
    coarser = 2 if np.sqrt(abs(np.linalg.det(map_))) > _SMALL else 1
    position = np.linalg.inv(map_).T * coarser
    height, width = plane.shape
    corners = np.array([[0, 0], [width, 0], [0, height], [width, height]], float).T
    there = np.linalg.inv(position) @ (corners - np.array([[width / 2], [height / 2]]))
    out = np.minimum(np.ptp(there, axis=1).astype(int), _LARGEST_SIDE)
    middle = np.array([width / 2, height / 2]) - position @ (out / 2)
    shrink = float(np.sqrt(abs(np.linalg.det(position))))
    # Without it, what is finer than a canonical pixel would fold back as noise.
    source = cv2.GaussianBlur(plane, (0, 0), shrink * 0.35) if shrink > 1.3 else plane
    back = np.hstack([position, middle[:, None]])
    way = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    size = (max(1, int(out[0])), max(1, int(out[1])))
    turned = cv2.warpAffine(source, back, size, flags=way, borderMode=cv2.BORDER_REFLECT)
    return Straight(np.asarray(turned, dtype=np.float32), PERIOD // coarser, back)

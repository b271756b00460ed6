"""Brings a received plane back to the canonical tile, given the map of its waves."""

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.plane import Plane

Real = npt.NDArray[np.float64]

_LARGEST_SIDE: Final = 3000


def straightened(plane: Plane, map_: Real) -> Plane:
    """Return the plane resampled so that one pixel is one canonical pixel.

    Positions go the other way round than waves: by the inverse transpose of the map.
    """
    position = np.linalg.inv(map_).T
    height, width = plane.shape
    corners = np.array([[0, 0], [width, 0], [0, height], [width, height]], float).T
    back = np.linalg.inv(position) @ (corners - np.array([[width / 2], [height / 2]]))
    out = np.minimum(np.ptp(back, axis=1).astype(int), _LARGEST_SIDE)
    middle = np.array([width / 2, height / 2]) - position @ (out / 2)
    shrink = float(np.sqrt(abs(np.linalg.det(position))))
    # Without it, what is finer than a canonical pixel would fold back as noise.
    source = cv2.GaussianBlur(plane, (0, 0), shrink * 0.35) if shrink > 1.3 else plane
    matrix = np.hstack([position, middle[:, None]])
    way = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    size = (max(1, int(out[0])), max(1, int(out[1])))
    turned = cv2.warpAffine(source, matrix, size, flags=way, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(turned, dtype=np.float32)

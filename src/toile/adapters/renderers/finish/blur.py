"""Blur: the one Gaussian that finishing softens with."""

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

# From how many sigmas on a Gaussian counts as nothing.
_REACH = 4


def soft(image: npt.NDArray[Any], sigma: float) -> npt.NDArray[Any]:
    """Return an image, or a mask as numbers, blurred across rows and columns; edges mirror."""
    plain = image if np.issubdtype(image.dtype, np.floating) else image.astype(np.float64)
    side = 2 * int(_REACH * sigma + 0.5) + 1
    made = cv2.GaussianBlur(
        np.ascontiguousarray(plain), (side, side), sigma, borderType=cv2.BORDER_REFLECT
    )
    return np.asarray(made).reshape(image.shape)

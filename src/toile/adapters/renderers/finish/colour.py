"""Colour: between what people write, linear light and what a screen shows."""

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.mesh import Floats


def linear(colour: str) -> Floats:
    """Return linear RGB of ``#rrggbb``."""
    encoded = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return to_linear(encoded)


def to_linear(encoded: npt.ArrayLike) -> Floats:
    """Return linear light of sRGB values between 0 and 1."""
    value = np.asarray(encoded, dtype=np.float64)
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def to_srgb(light: npt.ArrayLike) -> Floats:
    """Return sRGB values of linear light, clipped to 0 and 1."""
    value = np.clip(np.asarray(light, dtype=np.float64), 0, 1)
    return np.where(value <= 0.0031308, 12.92 * value, 1.055 * value ** (1 / 2.4) - 0.055)


def luminance(rgb: Floats) -> Floats:
    """Return relative luminance of linear RGB."""
    return np.asarray(rgb @ np.array([0.2126, 0.7152, 0.0722]))

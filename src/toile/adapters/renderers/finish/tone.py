"""Tone: exposure for the subject, and a curve that keeps named colours as they were named."""

import numpy as np
import numpy.typing as npt
from scipy import ndimage

from toile.adapters.renderers.finish.colour import luminance, to_srgb
from toile.adapters.renderers.mesh import Floats

Bools = npt.NDArray[np.bool_]
_SHOULDER = 0.62


def exposure_for(light: Floats, albedo: Floats, subject: Bools) -> float:
    """Return the factor that lights the subject as its colours were named.

    Measured on light, not on brightness: dark and pale skins are exposed alike.
    """
    if subject.sum() < 20:
        subject = np.ones(light.shape[:2], bool)
    falling = luminance(light)[subject] / np.maximum(luminance(albedo)[subject], 0.02)
    return 1.0 / float(max(np.quantile(falling, 0.7), 1e-3))


def curve(light: Floats) -> Floats:
    """Return display light: straight up to the shoulder, then rolled off without hue shift."""
    peak = light.max(-1, keepdims=True)
    over = np.maximum(peak - _SHOULDER, 0) / (1 - _SHOULDER)
    rolled = np.where(peak > _SHOULDER, _SHOULDER + (1 - _SHOULDER) * over / (1 + over), peak)
    scaled = light * rolled / np.maximum(peak, 1e-6)
    pale = np.clip((peak - 1.2) / 5, 0, 0.6)
    return scaled * (1 - pale) + rolled * pale


def developed(light: Floats, exposure: float) -> Floats:
    """Return sRGB between 0 and 1, with a little glow and falling-off corners."""
    exposed = np.maximum(light, 0) * exposure
    height, width, _ = exposed.shape
    bright = np.minimum(np.maximum(exposed - 1.1, 0), 5)
    glow = ndimage.gaussian_filter(bright, (width / 60, width / 60, 0))
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    corner = 1 - 0.10 * np.clip((x**2 + y**2) / 2, 0, 1) ** 1.2
    return to_srgb(curve((exposed + 0.06 * glow) * corner[..., None]))

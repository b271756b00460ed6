"""Tone: exposure for the subject, and a curve that keeps named colours as they were named."""

import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.finish.blur import soft
from toile.adapters.renderers.finish.colour import luminance, to_srgb
from toile.adapters.renderers.mesh import Floats, smoothstep

Bools = npt.NDArray[np.bool_]
_SHOULDER = 0.78
_METERED = 0.56
# Light on a face, the share of the picture from which it counts, and what it may ask for.
_FACE, _SMALLEST_FACE, _GIVES = (0.8, 0.98), 0.004, (0.72, 1.5)
# From which share on a bright face may darken the clothes: in a full length they come first.
_PORTRAIT = (0.01, 0.04)
# How much of a strong tint a picture keeps, in log units between its strongest and weakest channel.
_NEUTRAL, _KEPT = 0.1, 0.62


def exposure_for(light: Floats, albedo: Floats, subject: Bools) -> float:
    """Return the factor that lights the subject as its colours were named.

    Measured on light, not on brightness: dark and pale skins are exposed alike.
    """
    if subject.sum() < 20:
        subject = np.ones(light.shape[:2], bool)
    falling = luminance(light)[subject] / np.maximum(luminance(albedo)[subject], 0.02)
    return 1.0 / float(max(np.quantile(falling, _METERED), 1e-3))


def face_gain(light: Floats, albedo: Floats, face: Bools) -> float:
    """Return the factor that brings a face into the range in which skin keeps its colour.

    A face in the frame is what a photographer meters last; clothes may give a third of a stop.
    """
    if face.mean() < _SMALLEST_FACE:
        return 1.0
    falls = float(np.median(luminance(light)[face] / np.maximum(luminance(albedo)[face], 0.02)))
    least = 1 - (1 - _GIVES[0]) * float(smoothstep(*_PORTRAIT, face.mean()))
    return float(np.clip(np.clip(falls, *_FACE) / max(falls, 1e-3), least, _GIVES[1]))


def balance_for(illuminant: Floats) -> Floats:
    """Return the white balance per channel: neutral light stays neutral, warm light stays warm.

    As a photographer does, a slight tint is taken out and a strong one is halved or more, so that
    a late sun gilds the picture without swallowing the colours of the clothes.
    """
    tint = np.log(np.maximum(illuminant, 1e-4) / max(float(luminance(illuminant)), 1e-4))
    spread = float(np.ptp(tint))
    kept = _KEPT * np.tanh(max(0.0, spread - _NEUTRAL))
    gain = np.exp(-tint * (1 - kept / max(spread, 1e-6)))
    return np.asarray(gain * float(luminance(illuminant)) / float(luminance(illuminant * gain)))


def backdrop_gain(
    light: Floats, albedo: Floats, backdrop: Bools, exposure: float, wanted: float
) -> float:
    """Return the factor that lets a lit backdrop read as bright as wanted against the subject."""
    if backdrop.sum() < 20:
        return 1.0
    falling = luminance(light)[backdrop] / np.maximum(luminance(albedo)[backdrop], 0.02)
    return float(np.clip(wanted / max(float(np.median(falling)) * exposure, 1e-3), 0.5, 3.2))


def curve(light: Floats) -> Floats:
    """Return display light: straight up to the shoulder, then rolled off without hue shift."""
    peak = light.max(-1, keepdims=True)
    over = np.maximum(peak - _SHOULDER, 0) / (1 - _SHOULDER)
    rolled = np.where(peak > _SHOULDER, _SHOULDER + (1 - _SHOULDER) * over / (1 + over), peak)
    scaled = light * rolled / np.maximum(peak, 1e-6)
    pale = np.clip((peak - 1.2) / 5, 0, 0.6)
    return scaled * (1 - pale) + rolled * pale


def developed(exposed: Floats) -> Floats:
    """Return sRGB between 0 and 1, with a little glow and falling-off corners."""
    height, width, _ = exposed.shape
    bright = np.minimum(np.maximum(exposed - 1.1, 0), 5)
    glow = soft(bright, width / 60) if bright.any() else bright
    y, x = np.meshgrid(np.linspace(-1, 1, height), np.linspace(-1, 1, width), indexing="ij")
    corner = 1 - 0.10 * np.clip((x**2 + y**2) / 2, 0, 1) ** 1.2
    return to_srgb(curve((exposed + 0.06 * glow) * corner[..., None]))

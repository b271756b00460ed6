"""Grading: saturation, contrast, warmth, lifted blacks and grain, on the finished picture."""

import numpy as np

from toile.adapters.renderers.finish.blur import soft
from toile.adapters.renderers.finish.colour import luminance, to_linear, to_srgb
from toile.adapters.renderers.mesh import Floats
from toile.domain.blocking import GradeSpec

# Rows of the picture at which a grain is as wide as that in pixels, and how strong it is at most.
_GRAIN_ROWS, _GRAIN_WIDE, _GRAIN_STRONG = 1024, 0.9, 0.055
# The grey about which contrast turns, how far warmth moves red and blue, and how far blacks rise.
_MIDDLE, _WARM, _LIFTED = 0.45, 0.22, 0.2


def graded(picture: Floats, grade: GradeSpec) -> Floats:
    """Return sRGB between 0 and 1 as graded; a plain grade gives the same picture."""
    if grade == GradeSpec():
        return picture
    grey = _grey(picture)
    image = grey + (picture - grey) * grade.saturation
    image = _MIDDLE + (image - _MIDDLE) * grade.contrast
    image = image * (1 + grade.warmth * _WARM * np.array([1.0, 0.1, -1.0]))
    image = image + grade.fade * _LIFTED * (1 - image)
    return np.asarray(np.clip(image + _grain(picture, grade.grain), 0, 1))


def _grey(picture: Floats) -> Floats:
    """Return the grey that is as bright as each colour."""
    return np.asarray(to_srgb(luminance(to_linear(picture)))[..., None])


def _grain(picture: Floats, strength: float) -> Floats:
    """Return one grain for all channels, strongest in the middle tones, the same each time."""
    height, width, _ = picture.shape
    if strength == 0:
        return np.zeros((height, width, 1))
    noise = soft(
        np.random.default_rng(7).normal(size=(height, width)),
        max(0.35, _GRAIN_WIDE * height / _GRAIN_ROWS),
    )
    noise = noise / max(float(noise.std()), 1e-9)
    tone = picture.mean(-1)
    return np.asarray((strength * _GRAIN_STRONG * noise * 4 * tone * (1 - tone))[..., None])

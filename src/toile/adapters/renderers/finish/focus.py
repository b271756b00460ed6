"""Focus: what lies behind the subject is softened as the lens and the aperture would.

The circle of confusion is the thin lens's own; it is laid over the finished light, because a few
samples a pixel cannot carry it. People stay sharp: a blocked draft is read by their clothes.
"""

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.renderers.mesh import Floats
from toile.adapters.renderers.raster import View
from toile.domain.blocking import CameraSpec

# What fashion is mostly shot at where nobody says it, and a full frame's width in metres.
USUAL_F, _FRAME = 4.0, 0.036
_STEPS = (0.0, 1.2, 2.4, 4.8, 9.6, 19.2)
_SHARPEST = 0.35


def beside(person: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return the person with the pixels next to it: those that it covers in part stay sharp too."""
    return np.asarray(cv2.dilate(person.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0)


def circles(
    camera: CameraSpec, view: View, face: Floats, depth: Floats, sharp: npt.NDArray[np.bool_]
) -> Floats:
    """Return the radius in pixels of the blur of each pixel behind the subject, by its depth."""
    focus = max(float((face - view.eye) @ view.ahead), 0.2)
    lens = camera.focal_mm / 1000
    wide = lens**2 / ((camera.f_number or USUAL_F) * max(focus - lens, 0.05))
    radius = 0.5 * wide * np.clip(1 - focus / np.maximum(depth, 0.1), 0, None)
    pixels = radius / _FRAME * max(view.width, view.height)
    return np.where(sharp | (pixels < _SHARPEST), 0.0, np.minimum(pixels, _STEPS[-1]))


def focused(light: Floats, blur: Floats) -> Floats:
    """Return light with what is out of focus softened; nothing sharp bleeds into it."""
    if not (blur > 0).any():
        return light
    soft = blur > 0
    kept = (light * soft[..., None]).astype(np.float32)
    steps = [step for step in _STEPS if step <= 2 * blur.max()]
    place = np.interp(blur, steps, np.arange(len(steps)))
    out = light * np.clip(1 - place, 0, None)[..., None]
    for number, sigma in enumerate(steps[1:], start=1):
        share = np.clip(1 - np.abs(place - number), 0, None)
        weight = cv2.GaussianBlur(soft.astype(np.float32), (0, 0), sigma / 1.5)
        spread = cv2.GaussianBlur(kept, (0, 0), sigma / 1.5)
        out += spread * (share / np.maximum(weight, 1e-3))[..., None]
    return np.asarray(out)

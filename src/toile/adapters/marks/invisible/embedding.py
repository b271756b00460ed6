"""Puts a mark into a picture: as strong as this picture needs, and where this picture hides it."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.evidence import agreement_at, margins, soft_signs
from toile.adapters.marks.invisible.layout import Layout
from toile.adapters.marks.invisible.plane import (
    Pixels,
    Plane,
    allowance,
    canvas,
    contrast,
    fine_detail,
    headroom,
    luma,
    resized,
    to_canonical,
)
from toile.adapters.marks.invisible.tile import (
    Waves,
    fold,
    repeated,
    ring_power,
    synthesise,
)

Real = npt.NDArray[np.float64]

_GAINS: Final = (0.55, 0.7, 0.9, 1.15)
_PILOT_SHARE: Final = 0.20
_ROUNDS: Final = 3
_WEAKEST, _LOUDEST = 0.15, 3.0
# What a mark must still say after the picture is halved and saved as a poor JPEG.
_TRIAL_QUALITY: Final = 55
_TRIAL_MARGIN: Final = 0.90
_TRIAL_PEAK: Final = 9.0


@dataclass(frozen=True, eq=False)
class _Host:
    """A picture made ready: ``plane`` and ``mask`` at canonical size, ``shape`` (n,) by wave."""

    layout: Layout
    signs: Real
    plane: Plane
    mask: Plane
    shape: Real


def embed(pixels: Pixels, layout: Layout, signs: Real) -> Pixels:
    """Return a marked copy; ``signs`` (CODED,) are the coded signs of the id.

    The weakest of four gains is taken that survives a trial: halved and saved as JPEG 55.
    """
    host = _host(pixels, layout, signs)
    amplitudes = np.ones(len(signs))
    marked = host.plane
    for gain in _GAINS:
        pattern, amplitudes = _pattern(host, gain, amplitudes)
        marked = host.plane + pattern
        if _survives(host, marked):
            break
    return _added(pixels, pattern)


def _host(pixels: Pixels, layout: Layout, signs: Real) -> _Host:
    plane = to_canonical(luma(pixels))
    noise = contrast(fine_detail(plane)) + np.float32(1)
    found = fold(layout, canvas(plane))
    power = ring_power(layout.data_radius, found.data)
    # Half way between equal strength and the picture's own: low waves have more to hide behind.
    shape = (power / power.mean()) ** 0.25
    return _Host(
        layout=layout,
        signs=signs,
        plane=plane,
        mask=allowance(noise) * headroom(plane),
        shape=shape / np.sqrt(np.mean(shape**2)),
    )


def _pattern(host: _Host, gain: float, amplitudes: Real) -> tuple[Plane, Real]:
    """Return the mark at this gain and the strength of each coded sign that evens out the host.

    The picture itself speaks for some signs and against others; signs it speaks against get
    more, until a reader hears all of them equally well.
    """
    height, width = host.plane.shape
    for _ in range(_ROUNDS):
        tile = synthesise(host.layout, _waves(host, amplitudes))
        pattern = repeated(tile / tile.std() * gain, height, width) * host.mask
        heard = fold(host.layout, canvas(host.plane + pattern))
        margin = margins(host.layout, heard.data) * host.signs
        amplitudes = _evened(amplitudes, margin)
    return pattern, amplitudes


def _evened(amplitudes: Real, margin: Real) -> Real:
    aim = max(float(margin.mean()), 1e-6)
    moved = amplitudes + 0.72 * (aim - margin) / aim * amplitudes.mean()
    held = np.clip(moved, _WEAKEST, _LOUDEST)
    return np.asarray(held / np.sqrt(np.mean(held**2)))


def _waves(host: _Host, amplitudes: Real) -> Waves:
    layout = host.layout
    numbers = (amplitudes * host.signs)[layout.coded] * layout.flip
    pairs = numbers.reshape(-1, 2)
    data = (pairs[:, 0] + 1j * pairs[:, 1]) / np.sqrt(2) * host.shape
    share = _PILOT_SHARE / (1 - _PILOT_SHARE) * len(data) / len(layout.pilot_phases)
    return Waves(pilots=np.exp(1j * layout.pilot_phases) * np.sqrt(share), data=data)


def _survives(host: _Host, marked: Plane) -> bool:
    small = resized(marked, marked.shape[0] // 2, marked.shape[1] // 2)
    grey = np.clip(np.rint(small), 0, 255).astype(np.uint8)
    _, file = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, _TRIAL_QUALITY])
    copy = np.asarray(cv2.imdecode(file, cv2.IMREAD_GRAYSCALE), dtype=np.float32)
    heard = fold(host.layout, canvas(resized(copy, *marked.shape)))
    if agreement_at(host.layout, heard).peak < _TRIAL_PEAK:
        return False
    soft = soft_signs(host.layout, heard, (0.0, 0.0))
    return float((soft * host.signs).sum() / np.abs(soft).sum()) >= _TRIAL_MARGIN


def _added(pixels: Pixels, pattern: Plane) -> Pixels:
    full = resized(pattern, pixels.shape[0], pixels.shape[1])
    summed = np.rint(pixels.astype(np.float32) + full[..., None])
    return np.asarray(np.clip(summed, 0, 255), dtype=np.uint8)

"""Puts a mark into a picture: as strong as this picture needs, and where this picture hides it."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.evidence import margins, soft_signs
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
from toile.adapters.marks.invisible.spectrum import prominence, spectrum_of
from toile.adapters.marks.invisible.tile import (
    Waves,
    fold,
    repeated,
    ring_power,
    synthesise,
)

Real = npt.NDArray[np.float64]

_GAINS: Final = (0.72, 0.85, 0.97, 1.08)
_PILOT_SHARES: Final = (0.15, 0.25, 0.35, 0.45)
# Waves beyond this radius are the first that a smaller or poorer copy loses.
_FADES_AT: Final = 25.0
_ROUNDS: Final = 3
_WEAKEST, _LOUDEST = 0.15, 3.0
# What must still be heard after the picture is cut to a quarter of its sides and saved as a
# fair JPEG: the correlation of soft and true signs, with room over the 0.55 that decoding needs.
_TRIAL_SHARE, _TRIAL_QUALITY = 4, 75
_TRIAL_CORRELATION: Final = 0.60
# How far the pilots must stand out, so that a turned or cropped copy is found.
_TRIAL_PROMINENCE: Final = 2.0


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

    The weakest gain and the quietest pilots are taken that survive a trial, or the strongest.
    """
    host = _host(pixels, layout, signs)
    amplitudes = np.ones(len(signs))
    gain, share = 0, 0
    while True:
        pattern, amplitudes = _pattern(host, _GAINS[gain], _PILOT_SHARES[share], amplitudes)
        marked = host.plane + pattern
        faint = not _is_heard(host, marked)
        hidden = prominence(layout, spectrum_of(marked)) < _TRIAL_PROMINENCE
        following = (
            min(gain + faint, len(_GAINS) - 1),
            min(share + hidden, len(_PILOT_SHARES) - 1),
        )
        if following == (gain, share):
            return _added(pixels, pattern)
        gain, share = following


def _host(pixels: Pixels, layout: Layout, signs: Real) -> _Host:
    plane = to_canonical(luma(pixels))
    noise = contrast(fine_detail(plane)) + np.float32(1)
    found = fold(layout, canvas(plane))
    power = ring_power(layout.data_radius, found.data)
    # Half way between equal strength and the picture's own: low waves have more to hide behind.
    fading = 1 + (layout.data_radius / _FADES_AT) ** 4
    shape = (power / power.mean()) ** 0.25 / np.sqrt(fading)
    return _Host(
        layout=layout,
        signs=signs,
        plane=plane,
        mask=allowance(noise) * headroom(plane),
        shape=shape / np.sqrt(np.mean(shape**2)),
    )


def _pattern(host: _Host, gain: float, pilot_share: float, amplitudes: Real) -> tuple[Plane, Real]:
    """Return the mark at this gain and the strength of each coded sign that evens out the host.

    The picture itself speaks for some signs and against others; signs it speaks against get
    more, until a reader hears all of them equally well.
    """
    height, width = host.plane.shape
    for _ in range(_ROUNDS):
        tile = synthesise(host.layout, _waves(host, amplitudes, pilot_share))
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


def _waves(host: _Host, amplitudes: Real, pilot_share: float) -> Waves:
    layout = host.layout
    numbers = (amplitudes * host.signs)[layout.coded] * layout.flip
    pairs = numbers.reshape(-1, 2)
    data = (pairs[:, 0] + 1j * pairs[:, 1]) / np.sqrt(2) * host.shape
    share = pilot_share / (1 - pilot_share) * len(data) / len(layout.pilot_phases)
    return Waves(pilots=np.exp(1j * layout.pilot_phases) * np.sqrt(share), data=data)


def _is_heard(host: _Host, marked: Plane) -> bool:
    height, width = (side // _TRIAL_SHARE for side in marked.shape)
    grey = np.clip(np.rint(resized(marked, height, width)), 0, 255).astype(np.uint8)
    _, file = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, _TRIAL_QUALITY])
    copy = np.asarray(cv2.imdecode(file, cv2.IMREAD_GRAYSCALE), dtype=np.float32)
    heard = fold(host.layout, canvas(resized(copy, *marked.shape)))
    soft = soft_signs(host.layout, heard, (0.0, 0.0))
    correlation = float(soft @ host.signs) / float(np.linalg.norm(soft) * len(soft) ** 0.5)
    return correlation >= _TRIAL_CORRELATION


def _added(pixels: Pixels, pattern: Plane) -> Pixels:
    full = resized(pattern, pixels.shape[0], pixels.shape[1])
    summed = np.rint(pixels.astype(np.float32) + full[..., None])
    return np.asarray(np.clip(summed, 0, 255), dtype=np.uint8)

"""Puts a mark into a picture: as strong as this picture needs, and where this picture hides it."""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.evidence import margins, soft_signs
from toile.adapters.marks.invisible.layout import PERIOD, Layout
from toile.adapters.marks.invisible.plane import (
    OUTLIER,
    QUIETEST,
    Hearing,
    Pixels,
    Plane,
    canvas,
    headroom,
    hearing,
    kept_share,
    luma,
    resized,
    to_canonical,
)
from toile.adapters.marks.invisible.spectrum import prominence, spectrum_of
from toile.adapters.marks.invisible.tile import (
    Listener,
    Waves,
    fold,
    repeated,
    ring_power,
    synthesise,
)

Real = npt.NDArray[np.float64]

_GAINS: Final = (0.73, 0.87, 1.0, 1.12)
_PILOT_SHARES: Final = (0.15, 0.25, 0.35, 0.45)
_LAST: Final = len(_GAINS) - 1
# Waves beyond this radius are the first that a smaller or poorer copy loses.
_FADES_AT: Final = 25.0
_ROUNDS: Final = 3
_WEAKEST, _LOUDEST = 0.15, 3.0
_MADE_UP_FOR: Final = 2.0
# What must still be heard after the picture is cut to a quarter of its sides and saved as a
# fair JPEG: the correlation of soft and true signs, with room over the 0.55 that decoding needs.
_TRIAL_SHARE, _TRIAL_QUALITY = 4, 75
_TRIAL_CORRELATION: Final = 0.62
# Measured: one gain stronger adds 0.02 to 0.06 to the correlation.
_GAINED_A_STEP: Final = 0.06
# How far the pilots must stand out, so that a turned or cropped copy is found.
_TRIAL_PROMINENCE: Final = 2.0


@dataclass(frozen=True, eq=False)
class _Host:
    """A picture made ready: ``plane`` and ``mask`` at canonical size, ``shape`` (n,) by wave.

    ``data_kept`` (n,) and ``pilots_kept`` (32,) say what a reader's filter leaves of each wave.
    """

    layout: Layout
    signs: Real
    plane: Plane
    mask: Plane
    shape: Real
    listener: Listener
    data_kept: Real
    pilots_kept: Real


def pattern_for(pixels: Pixels, layout: Layout, signs: Real) -> Plane:
    """Return the mark for a picture, at canonical size; ``signs`` (CODED,) are those of the id.

    The weakest gain and the quietest pilots are taken that survive a trial, or the strongest.
    """
    host = _host(pixels, layout, signs)
    amplitudes = np.ones(len(signs))
    gain, share, stands_out = 0, 0, False
    while True:
        pattern, amplitudes = _pattern(host, _GAINS[gain], _PILOT_SHARES[share], amplitudes)
        marked = host.plane + pattern
        stands_out = stands_out or _stands_out(host, marked)
        steps = 0 if gain == _LAST else _steps_missing(_correlation(host, marked))
        if not stands_out and share == _LAST:
            steps = max(steps, 1)
        following = (min(gain + steps, _LAST), min(share + (not stands_out), _LAST))
        if following == (gain, share):
            return pattern
        gain, share = following


def laid(pixels: Pixels, pattern: Plane) -> Pixels:
    """Return a copy of a picture, at any size, with a mark laid over it.

    A smaller copy loses the finest waves of the mark; what is left takes over their strength.
    """
    full = resized(pattern, pixels.shape[0], pixels.shape[1])
    if full.size < pattern.size:
        lost = _strength(pattern) / max(_strength(full), 1e-6)
        full = full * np.float32(min(lost, _MADE_UP_FOR))
    return np.asarray(cv2.add(pixels, cv2.merge([full] * 3), dtype=cv2.CV_8U), dtype=np.uint8)


def _strength(pattern: Plane) -> float:
    return float(np.sqrt(np.mean(pattern * pattern)))


def _host(pixels: Pixels, layout: Layout, signs: Real) -> _Host:
    plane = to_canonical(luma(pixels))
    heard = hearing(plane)
    mask = heard.mask * headroom(plane)
    listener = _listener(heard, mask)
    power = ring_power(layout.data_radius, listener.waves(layout, None).data)
    # Half way between equal strength and the picture's own: low waves have more to hide behind.
    fading = 1 + (layout.data_radius / _FADES_AT) ** 4
    shape = (power / power.mean()) ** 0.25 / np.sqrt(fading)
    return _Host(
        layout=layout,
        signs=signs,
        plane=plane,
        mask=mask,
        shape=shape / np.sqrt(np.mean(shape**2)),
        listener=listener,
        data_kept=kept_share(layout.data / PERIOD),
        pilots_kept=kept_share(layout.pilots / PERIOD),
    )


def _listener(heard: Hearing, mask: Plane) -> Listener:
    """Return a reader of this picture once it is marked, as far as that can be known before."""
    with_mark = np.hypot(heard.noise - np.float32(QUIETEST), mask * np.float32(_GAINS[1]))
    noise = with_mark + np.float32(QUIETEST)
    return Listener(
        even=heard.even,
        mask=mask,
        weight=heard.mask / (noise * noise),
        limit=np.float32(OUTLIER) * noise,
        trust=heard.mask,
    )


def _pattern(host: _Host, gain: float, pilot_share: float, amplitudes: Real) -> tuple[Plane, Real]:
    """Return the mark at this gain and the strength of each coded sign that evens out the host.

    The picture itself speaks for some signs and against others; signs it speaks against get
    more, until a reader hears all of them equally well.
    """
    for _ in range(_ROUNDS):
        waves = _waves(host, amplitudes, pilot_share, gain)
        kept = Waves(waves.pilots * host.pilots_kept, waves.data * host.data_kept)
        heard = host.listener.waves(host.layout, synthesise(host.layout, kept))
        amplitudes = _evened(amplitudes, margins(host.layout, heard.data) * host.signs)
    tile = synthesise(host.layout, waves)
    return repeated(tile, *host.plane.shape) * host.mask, amplitudes


def _evened(amplitudes: Real, margin: Real) -> Real:
    aim = max(float(margin.mean()), 1e-6)
    moved = amplitudes + 0.72 * (aim - margin) / aim * amplitudes.mean()
    held = np.clip(moved, _WEAKEST, _LOUDEST)
    return np.asarray(held / np.sqrt(np.mean(held**2)))


def _waves(host: _Host, amplitudes: Real, pilot_share: float, gain: float) -> Waves:
    """Return the waves of a tile whose standard deviation is ``gain``."""
    layout = host.layout
    numbers = (amplitudes * host.signs)[layout.coded] * layout.flip
    pairs = numbers.reshape(-1, 2)
    data = (pairs[:, 0] + 1j * pairs[:, 1]) / np.sqrt(2) * host.shape
    share = pilot_share / (1 - pilot_share) * len(data) / len(layout.pilot_phases)
    pilots = np.exp(1j * layout.pilot_phases) * np.sqrt(share)
    spread = np.sqrt(0.5 * (np.sum(np.abs(data) ** 2) + np.sum(np.abs(pilots) ** 2)))
    return Waves(pilots=pilots * (gain / spread), data=data * (gain / spread))


def _steps_missing(correlation: float) -> int:
    """Return how many gains stronger would likely be heard; 0 when this one is."""
    missing = max(0.0, _TRIAL_CORRELATION - correlation)
    return int(np.ceil(missing / _GAINED_A_STEP))


def _correlation(host: _Host, marked: Plane) -> float:
    """Return how well the signs are heard after the trial, 0 to 1."""
    height, width = (side // _TRIAL_SHARE for side in marked.shape)
    grey = np.clip(np.rint(resized(marked, height, width)), 0, 255).astype(np.uint8)
    _, file = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, _TRIAL_QUALITY])
    copy = np.asarray(cv2.imdecode(file, cv2.IMREAD_GRAYSCALE), dtype=np.float32)
    heard = fold(host.layout, canvas(resized(copy, *marked.shape)))
    soft = soft_signs(host.layout, heard, (0.0, 0.0))
    return float(soft @ host.signs) / float(np.linalg.norm(soft) * len(soft) ** 0.5)


def _stands_out(host: _Host, marked: Plane) -> bool:
    return prominence(host.layout, spectrum_of(marked)) >= _TRIAL_PROMINENCE

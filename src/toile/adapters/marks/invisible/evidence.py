"""From folded waves to soft bits: where the tile begins, and what each coded sign seems to be."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import fft

from toile.adapters.marks.invisible.codeword import CODED
from toile.adapters.marks.invisible.layout import INNER, OUTER, PERIOD, Layout
from toile.adapters.marks.invisible.tile import Waves, ring_power

Real = npt.NDArray[np.float64]
Shift = tuple[float, float]

_NEAR: Final = np.arange(-3, 4)
_FINE: Final = np.linspace(-0.75, 0.75, 7)
_CLIP: Final = 2.5
_RADII: Final = np.arange(INNER, OUTER + 1)
_SMOOTH: Final = 4.0


@dataclass(frozen=True, eq=False)
class Alignment:
    """Where tiles may begin. ``shift`` in canonical pixels (rows, columns); ``peak`` says how far
    the pilots agree on it, in standard deviations of all shifts."""

    shift: Shift
    peak: float


def margins(layout: Layout, data: npt.NDArray[np.complex128]) -> Real:
    """Return a soft value for each coded sign (CODED,), all waves taken as equally good."""
    noise = np.sqrt(ring_power(layout.data_radius, data))
    return _collected(layout, data, noise, np.ones(2 * len(noise)))


def alignments(layout: Layout, waves: Waves, count: int) -> list[Alignment]:
    """Return the likeliest beginnings of the tile, best first, by phase correlation."""
    pilots = _known_pilots(layout, waves)
    spectrum = np.zeros((PERIOD, PERIOD // 2 + 1), np.complex64)
    spectrum[layout.pilots[0], layout.pilots[1]] = pilots
    agreement = np.asarray(fft.irfft2(spectrum, (PERIOD, PERIOD)))
    spread, found = float(agreement.std()) + 1e-12, []
    for _ in range(count):
        row, column = (int(i) for i in np.unravel_index(agreement.argmax(), agreement.shape))
        shift, height = _between_pixels(layout, pilots, (row, column))
        found.append(Alignment(shift, height / spread))
        agreement[np.ix_((row + _NEAR) % PERIOD, (column + _NEAR) % PERIOD)] = -np.inf
    return found


def _known_pilots(layout: Layout, waves: Waves) -> npt.NDArray[np.complex128]:
    """Return the pilots with their phases taken off, those below the noise held small."""
    noise = np.sqrt(_pilot_noise(layout, ring_power(layout.data_radius, waves.data)))
    known = waves.pilots * np.exp(-1j * layout.pilot_phases)
    return np.asarray(known / np.maximum(np.abs(known), noise))


def _between_pixels(
    layout: Layout, pilots: npt.NDArray[np.complex128], start: tuple[int, int]
) -> tuple[Shift, float]:
    """Return the best shift within a pixel of a whole one, and how far the pilots agree on it."""
    rows = start[0] + _FINE[:, None, None]
    columns = start[1] + _FINE[None, :, None]
    cycles = (rows * layout.pilots[0] + columns * layout.pilots[1]) / PERIOD
    heights = (pilots * np.exp(2j * np.pi * cycles)).real.sum(axis=-1) * (2 / PERIOD**2)
    row, column = (int(i) for i in np.unravel_index(heights.argmax(), heights.shape))
    shift = (start[0] + float(_FINE[row]), start[1] + float(_FINE[column]))
    return shift, float(heights[row, column])


def soft_signs(layout: Layout, waves: Waves, shift: Shift) -> Real:
    """Return a soft value for each coded sign (CODED,), positive for +1.

    How well the pilots of about the same radius came through weighs each data wave, so that
    a blurred or recompressed copy is read by what is left of it.
    """
    noise = ring_power(layout.data_radius, waves.data)
    data = waves.data * _turned(layout.data, shift)
    weight = np.repeat(_survival(layout, waves, noise, shift), 2)
    return _collected(layout, data, np.sqrt(noise), weight)


def _collected(layout: Layout, data: npt.NDArray[np.complex128], noise: Real, weight: Real) -> Real:
    values = np.stack([data.real, data.imag], axis=1) / noise[:, None]
    signed = np.clip(values, -_CLIP, _CLIP).ravel() * layout.flip * weight
    energy = np.bincount(layout.coded, weight * weight, CODED) * 0.5 + 1e-9
    return np.asarray(np.bincount(layout.coded, signed, CODED) / np.sqrt(energy))


def _turned(waves: npt.NDArray[np.int64], shift: Shift) -> npt.NDArray[np.complex128]:
    cycles = (waves[0] * shift[0] + waves[1] * shift[1]) / PERIOD
    return np.asarray(np.exp(2j * np.pi * cycles))


def _pilot_noise(layout: Layout, noise: Real) -> Real:
    near = np.abs(layout.data_radius[None] - _RADII[:, None]) < 2
    by_radius = (near * noise).sum(axis=1) / near.sum(axis=1)
    return np.asarray(np.interp(layout.pilot_radius, _RADII, by_radius))


def _survival(layout: Layout, waves: Waves, noise: Real, shift: Shift) -> Real:
    """Return for each data wave how much of the mark is left at its radius, at least 0.03."""
    power = np.sqrt(_pilot_noise(layout, noise))
    known = waves.pilots * np.exp(-1j * layout.pilot_phases) * _turned(layout.pilots, shift)
    along = known.real / power
    near = np.exp(-0.5 * ((_RADII[:, None] - layout.pilot_radius[None]) / _SMOOTH) ** 2)
    overall = 0.3 * max(float(along.mean()), 0.0)
    by_radius = (near @ along + overall) / (near.sum(axis=1) + 0.3)
    left = np.interp(layout.data_radius, _RADII, by_radius)
    return np.asarray(np.clip(left, 0.03, None))

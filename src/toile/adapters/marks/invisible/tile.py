"""The tile: waves to a repeated pattern, and a canvas folded back to waves."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numba
import numpy as np
import numpy.typing as npt
from scipy import fft

from toile.adapters.marks.invisible.layout import INNER, OUTER, PERIOD, Layout
from toile.adapters.marks.invisible.plane import Canvas, Plane

Complex = npt.NDArray[np.complex128]
Real = npt.NDArray[np.float64]

_RING: Final = 3
# The median of an exponentially distributed power is this share of its mean.
_MEDIAN_TO_MEAN: Final = 0.69


@dataclass(frozen=True, eq=False)
class Waves:
    """The complex strength of each pilot (32,) and of each data wave (n,)."""

    pilots: Complex
    data: Complex


def synthesise(layout: Layout, waves: Waves) -> Real:
    """Return one tile, (256, 256)."""
    spectrum = np.zeros((PERIOD, PERIOD // 2 + 1), np.complex128)
    spectrum[layout.pilots[0], layout.pilots[1]] = waves.pilots
    spectrum[layout.data[0], layout.data[1]] = waves.data
    return np.asarray(fft.irfft2(spectrum * (PERIOD * PERIOD / 2), (PERIOD, PERIOD)))


def repeated(tile: Real, height: int, width: int) -> Plane:
    """Return the tile laid from the top left over a plane of that size."""
    times = (height // PERIOD + 1, width // PERIOD + 1)
    return np.tile(tile.astype(np.float32), times)[:height, :width]


def fold(layout: Layout, canvas: Canvas, period: int = PERIOD) -> Waves:
    """Return the waves of the tile that explains a canvas best, by weighted least squares.

    ``period`` is the tile's size in pixels of this canvas.
    """
    signal, trust = cut(canvas.signal, period), cut(canvas.trust, period)
    return solved(layout, signal.sum(axis=(0, 1)), trust.sum(axis=(0, 1)))


def cut(plane: Plane, period: int) -> Plane:
    """Return the plane cut into tiles from the top left, (rows, columns, period, period)."""
    rows, columns = (-(-side // period) for side in plane.shape)
    padded = np.zeros((rows * period, columns * period), np.float32)
    padded[: plane.shape[0], : plane.shape[1]] = plane
    return padded.reshape(rows, period, columns, period).swapaxes(1, 2)


def solved(layout: Layout, signal: Plane, trust: Plane) -> Waves:
    """Return the waves of one tile from the sums of signal and trust over its repeats."""
    tile = signal / (trust + 0.05 * trust.mean() + 1e-12)
    spectrum = np.asarray(fft.rfft2(tile - tile.mean())) * (2 / tile.size)
    return Waves(
        pilots=spectrum[layout.pilots[0], layout.pilots[1]].astype(np.complex128),
        data=spectrum[layout.data[0], layout.data[1]].astype(np.complex128),
    )


@dataclass(frozen=True, eq=False)
class Listener:
    """A reader of one picture under changing tiles: all that does not depend on the tile.

    ``even`` is the picture's own detail and ``mask`` how strong a tile lies on it; what lies
    beyond ``limit`` is clipped, then multiplied by ``weight``. All have the picture's shape.
    """

    even: Plane
    mask: Plane
    weight: Plane
    limit: Plane
    trust: Plane

    def waves(self, layout: Layout, tile: Real | None) -> Waves:
        """Return what is heard with this tile, (256, 256), or of the picture alone."""
        laid = np.zeros((PERIOD, PERIOD)) if tile is None else tile
        signal = _summed(self.even, self.mask, self.weight, self.limit, laid.astype(np.float32))
        return solved(layout, signal, self._trust_summed)

    @cached_property
    def _trust_summed(self) -> Plane:
        return np.asarray(cut(self.trust * self.weight, PERIOD).sum(axis=(0, 1)))


@numba.njit(cache=True)
def _summed(even: Plane, mask: Plane, weight: Plane, limit: Plane, tile: Plane) -> Plane:
    """Return the weighted detail of picture and tile together, summed over all repeats."""
    height, width = even.shape
    period = len(tile)
    total = np.zeros((period, period), np.float32)
    for row in range(height):
        into, over = total[row % period], tile[row % period]
        for left in range(0, width, period):
            for k in range(min(period, width - left)):
                at = left + k
                most = limit[row, at]
                here = even[row, at] + mask[row, at] * over[k]
                into[k] += min(max(here, -most), most) * weight[row, at]
    return total


def ring_power(radius: Real, values: Complex) -> Real:
    """Return for each wave the typical power of the waves of about its radius."""
    power = np.abs(values) ** 2
    result = np.empty(len(radius))
    for inner in range(INNER, OUTER + 1, _RING):
        here = (radius >= inner) & (radius < inner + _RING)
        around = (radius >= inner - 2.5) & (radius < inner + _RING + 2.5)
        if here.any():
            result[here] = np.median(power[around]) / _MEDIAN_TO_MEAN
    return result + 1e-12

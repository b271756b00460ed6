"""Finds how a picture was scaled, turned, mirrored or skewed, by where the pilots stand out.

A ``map`` is a 2 x 2 matrix that takes a wave of the tile (columns, rows; cycles per canonical
pixel) to the wave that is received (cycles per received pixel).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numba
import numpy as np
import numpy.typing as npt
from scipy import fft

from toile.adapters.marks.invisible.layout import PERIOD, Layout
from toile.adapters.marks.invisible.plane import Plane, contrast, fine_detail

Real = npt.NDArray[np.float64]

_TAPER: Final = 0.25
_WHITENED_OVER: Final = 41
_CEILING: Final = 12.0
_STEPS: Final = (0.004, 0.002, 0.001, 0.0005)
_CANDIDATES: Final = 40
_SAME: Final = 0.013


@dataclass(frozen=True, eq=False)
class Spectrum:
    """Logarithm of one plus the whitened power, rows from minus to plus half a cycle.

    Under a logarithm many pilots that stand out a little outweigh a few lines of the picture
    that stand out a lot. ``broad`` is the same with each peak spread, for coarse steps.
    """

    power: Plane
    broad: Plane
    size: int


@dataclass(frozen=True, eq=False)
class Candidate:
    """A map and the mean pilot power under it."""

    score: float
    map: Real


@dataclass(frozen=True, eq=False)
class Grid:
    """What to try: scales (received pixels per canonical pixel), angles in radians, aspects."""

    scales: Real
    angles: Real
    flips: tuple[int, ...] = (1, -1)
    aspects: tuple[float, ...] = (1.0,)


def spectrum_of(plane: Plane) -> Spectrum:
    """Return the whitened spectrum of a received plane, at its received size.

    A small plane gets more bins than it has pixels: its pilots would be lost between two.
    """
    detail = fine_detail(plane)
    noise = contrast(detail) + np.float32(1.5)
    even = np.clip(detail / noise, -3, 3) / np.sqrt(noise)
    height, width = even.shape
    even *= _tapered(height)[:, None] * _tapered(width)[None]
    size = int(np.clip(2 ** int(np.ceil(np.log2(max(height, width)))), 1024, 2048))
    power = np.abs(fft.rfft2(even[:size, :size].astype(np.float32), (size, size)))
    power = np.asarray(np.fft.fftshift(power, axes=0), dtype=np.float32)
    level = cv2.blur(power, (_WHITENED_OVER, _WHITENED_OVER)) + 1e-9
    whitened = np.log1p(np.minimum((power / level) ** 2, _CEILING)).astype(np.float32)
    return Spectrum(
        power=whitened,
        broad=np.asarray(cv2.dilate(whitened, np.ones((3, 3), np.uint8)), dtype=np.float32),
        size=size,
    )


def search(layout: Layout, spectrum: Spectrum, grid: Grid, count: int) -> list[Candidate]:
    """Return the best maps of a grid, each refined, different from each other, best first."""
    waves = _pilot_waves(layout)
    found: list[Candidate] = []
    for flip in grid.flips:
        for aspect in grid.aspects:
            found += _best_starts(spectrum, waves, grid, flip, aspect)
    apart = _different(found, 3 * count)
    refined = [Candidate(*_refined(spectrum, waves, one.map)) for one in apart]
    return _different(refined, count)


def prominence(layout: Layout, spectrum: Spectrum) -> float:
    """Return the mean power of the pilots in a plane of canonical size, neither cut nor turned."""
    return float(_power_under(spectrum.power, spectrum.size, _pilot_waves(layout), np.eye(2)))


def _best_starts(
    spectrum: Spectrum, waves: Real, grid: Grid, flip: int, aspect: float
) -> list[Candidate]:
    scores = _scores(spectrum.broad, spectrum.size, waves, grid.scales, grid.angles, flip, aspect)
    starts = []
    for index in np.argpartition(scores.ravel(), -_CANDIDATES)[-_CANDIDATES:]:
        scale, angle = np.unravel_index(index, scores.shape)
        start = _map(float(grid.scales[scale]), float(grid.angles[angle]), flip, aspect)
        starts.append(Candidate(float(scores[scale, angle]), start))
    return starts


def _different(found: Sequence[Candidate], count: int) -> list[Candidate]:
    """Return the best candidates of which no two differ by less than about one per cent."""
    kept: list[Candidate] = []
    inverses = np.empty((0, 2, 2))
    for one in sorted(found, key=lambda candidate: -candidate.score):
        apart = np.abs(inverses @ one.map - np.eye(2)).max(axis=(1, 2)) > _SAME
        if apart.all():
            kept.append(one)
            inverses = np.concatenate([inverses, np.linalg.inv(one.map)[None]])
        if len(kept) == count:
            break
    return kept


def _tapered(length: int) -> Plane:
    """Return a Tukey window: it keeps more of a small picture than a Hann window does."""
    edge = max(1, int(_TAPER * length / 2))
    rise = 0.5 * (1 - np.cos(np.pi * (np.arange(edge) + 0.5) / edge))
    window = np.ones(length, np.float32)
    window[:edge], window[-edge:] = rise, rise[::-1]
    return window


def _pilot_waves(layout: Layout) -> Real:
    """Return the pilots as (columns, rows) in cycles per canonical pixel, (2, 32)."""
    return layout.pilots[::-1] / float(PERIOD)


def _map(scale: float, angle: float, flip: int, aspect: float) -> Real:
    cos, sin = np.cos(angle), np.sin(angle)
    turned = np.array([[cos * flip, -sin], [sin * flip, cos]]) / scale
    return np.asarray(turned * np.array([[1 / aspect], [aspect]]))


@numba.njit(cache=True)
def _scores(
    power: Plane,
    size: int,
    waves: Real,
    scales: Real,
    angles: Real,
    flip: int,
    aspect: float,
) -> Real:
    """Return the mean power at the pilots for each scale and angle, (scales, angles)."""
    half, neutral = size // 2, power.mean()
    scores = np.empty((len(scales), len(angles)))
    for j in range(len(angles)):
        cos, sin = np.cos(angles[j]), np.sin(angles[j])
        for i in range(len(scales)):
            total = 0.0
            for k in range(waves.shape[1]):
                x = (cos * flip * waves[0, k] - sin * waves[1, k]) / scales[i] / aspect * size
                y = (sin * flip * waves[0, k] + cos * waves[1, k]) / scales[i] * aspect * size
                if x < 0:
                    x, y = -x, -y
                column, row = int(x + 0.5), int(np.floor(y + 0.5)) + half
                if column < half and 0 <= row < size:
                    total += power[row, column]
                else:
                    # Beyond what this picture can hold: neither for nor against.
                    total += neutral
            scores[i, j] = total / waves.shape[1]
    return scores


@numba.njit(cache=True)
def _power_under(power: Plane, size: int, waves: Real, map_: Real) -> float:
    """Return the mean power at the mapped pilots, between bins by bilinear interpolation."""
    half, total, neutral = size // 2, 0.0, 0.6
    for k in range(waves.shape[1]):
        x = (map_[0, 0] * waves[0, k] + map_[0, 1] * waves[1, k]) * size
        y = (map_[1, 0] * waves[0, k] + map_[1, 1] * waves[1, k]) * size
        if x < 0:
            x, y = -x, -y
        y += half
        if x >= half - 1 or y < 1 or y >= size - 2:
            total += neutral
            continue
        column, row = int(x), int(y)
        right, down = x - column, y - row
        above = power[row, column] * (1 - right) + power[row, column + 1] * right
        below = power[row + 1, column] * (1 - right) + power[row + 1, column + 1] * right
        total += above * (1 - down) + below * down
    return float(total / waves.shape[1])


def _refined(spectrum: Spectrum, waves: Real, start: Real) -> tuple[float, Real]:
    """Return the best map near a start: small steps in all four numbers, ever smaller."""
    return _climbed(spectrum.power, spectrum.size, waves, start, np.array(_STEPS))


@numba.njit(cache=True)
def _climbed(power: Plane, size: int, waves: Real, start: Real, steps: Real) -> tuple[float, Real]:
    best_map = start.copy()
    best = _power_under(power, size, waves, best_map)
    for step in steps:
        for _ in range(4):
            round_best, round_map = best, best_map
            for choice in range(81):
                change = np.eye(2)
                left = choice
                for place in range(4):
                    change[place // 2, place % 2] += step * (left % 3 - 1)
                    left //= 3
                tried = change @ best_map
                score = _power_under(power, size, waves, tried)
                if score > round_best + 1e-6:
                    round_best, round_map = score, tried
            if round_best <= best:
                break
            best, best_map = round_best, round_map
    return best, best_map

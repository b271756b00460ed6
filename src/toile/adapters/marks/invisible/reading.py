"""Looks for a mark, cheapest guess first: the whole frame, then turned and cropped copies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.codeword import CHANCE_A_TRY, codeword, id_in
from toile.adapters.marks.invisible.evidence import alignments, soft_signs
from toile.adapters.marks.invisible.keys import StudioKey
from toile.adapters.marks.invisible.layout import CANONICAL, Layout, layout_of
from toile.adapters.marks.invisible.plane import Pixels, Plane, canvas, luma, resized, to_canonical
from toile.adapters.marks.invisible.spectrum import Grid, Spectrum, search, spectrum_of
from toile.adapters.marks.invisible.tile import fold
from toile.adapters.marks.invisible.warp import straightened
from toile.domain.marks import Geometry, Reading

Real = npt.NDArray[np.float64]

LARGEST_SIDE: Final = 1600
MOST_TRIES: Final = 16
_MOST_KEPT: Final = 64
_PIXELS_LOOKED_AT: Final = 4_000_000
# Measured: maps of pictures without a mark score 0.9 to 1.1, true maps 1.06 to 2.5.
FAINTEST_SCORE: Final = 1.03
# Below this an alignment is as likely one of noise: too dear a try, and still worth a look-up.
FAINTEST_PEAK: Final = 4.8
_CHANCE_AMONG_ISSUED: Final = 1e-7


@dataclass(eq=False)
class Attempt:
    """One picture being read with one key: what was tried, and the soft signs that no id was
    decoded from, at most ``most_kept``."""

    key: StudioKey
    layout: Layout
    tries: int = 0
    most_kept: int = _MOST_KEPT
    soft: list[tuple[Real, Geometry]] = field(default_factory=list)

    @property
    def exhausted(self) -> bool:
        """Whether another try would spoil the promise on false positives."""
        return self.tries >= MOST_TRIES

    def keep(self, soft: Real, geometry: Geometry) -> None:
        """Keep soft signs to be looked up, as long as there is room."""
        if len(self.soft) < self.most_kept:
            self.soft.append((soft, geometry))


def read_with(key: StudioKey, pixels: Pixels, issued: Sequence[int]) -> Reading | None:
    """Return what this key reads, first by decoding, then among the issued ids."""
    attempt = Attempt(key, layout_of(key))
    plane = workable(luma(pixels))
    decoded = next(_decoded(attempt, plane), None)
    found = decoded or next(iter(among_issued(attempt, issued)), None)
    return found and as_received(found, max(pixels.shape[:2]) / max(plane.shape))


def workable(plane: Plane, largest: int = LARGEST_SIDE) -> Plane:
    """Return the plane no larger than reading it needs."""
    share = largest / max(plane.shape)
    if share >= 1:
        return plane
    return resized(plane, round(plane.shape[0] * share), round(plane.shape[1] * share))


def _decoded(attempt: Attempt, plane: Plane) -> Iterator[Reading]:
    yield from _whole_frame(attempt, plane)
    spectrum = spectrum_of(plane)
    for name, grid, turns in _grids(min(plane.shape) / CANONICAL):
        yield from _searched(attempt, plane, spectrum, grid, turns, name)


def _whole_frame(attempt: Attempt, plane: Plane) -> Iterator[Reading]:
    """A frame that was only resized needs no search, and a thumbnail would not survive one."""
    straight = to_canonical(plane)
    scale = min(plane.shape) / CANONICAL
    for mirrored in (False, True):
        view = np.ascontiguousarray(straight[:, ::-1]) if mirrored else straight
        waves = fold(attempt.layout, canvas(view))
        soft = soft_signs(attempt.layout, waves, (0.0, 0.0))
        geometry = Geometry(scale=scale, angle_degrees=0.0, mirrored=mirrored)
        yield from tried(attempt, soft, geometry)


def _grids(scale: float) -> Iterator[tuple[str, Grid, tuple[int, ...]]]:
    # From a screenshot 3.5 times as wide as the picture to a crop of a quarter of its side.
    scales = scale * np.exp(np.arange(-np.log(3.5), np.log(4.2), 0.006))
    upright = np.radians(np.arange(-10, 10.01, 0.4))
    yield "crop", Grid(scales, upright), (1,)
    yield "turn", Grid(scales, np.radians(np.arange(-90, 90, 0.4))), (1, -1)
    aspects = tuple(float(a) for a in np.exp(np.arange(-0.16, 0.161, 0.008)))
    level = np.radians(np.arange(-1.2, 1.21, 0.4))
    yield "stretch", Grid(scales[::2], level, flips=(1,), aspects=aspects), (1,)


def _searched(
    attempt: Attempt,
    plane: Plane,
    spectrum: Spectrum,
    grid: Grid,
    turns: tuple[int, ...],
    name: str,
) -> Iterator[Reading]:
    for candidate in search(attempt.layout, spectrum, grid, _affordable(plane)):
        if candidate.score < FAINTEST_SCORE:
            return
        for turn in turns:
            straight = straightened(plane, candidate.map * turn)
            waves = fold(attempt.layout, canvas(straight.plane), straight.period)
            geometry = geometry_of(candidate.map * turn, name)
            for alignment in alignments(attempt.layout, waves, 2):
                soft = soft_signs(attempt.layout, waves, alignment.shift)
                if alignment.peak >= FAINTEST_PEAK:
                    yield from tried(attempt, soft, geometry)
                else:
                    attempt.keep(soft, geometry)


def _affordable(plane: Plane) -> int:
    """Return how many maps to look at: a small view is looked at quickly, and needs more."""
    return int(np.clip(_PIXELS_LOOKED_AT / plane.size, 5, 20))


def tried(attempt: Attempt, soft: Real, geometry: Geometry) -> Iterator[Reading]:
    """Yield the reading of these soft signs, if their check fits and tries are left; else keep
    them for the look-up among issued ids."""
    mark_id = None
    if not attempt.exhausted:
        attempt.tries += 1
        mark_id = id_in(attempt.key, soft)
    if mark_id is None:
        attempt.keep(soft, geometry)
    else:
        yield Reading(
            mark_id=mark_id,
            how="decoded",
            key_version=attempt.key.version,
            retired=attempt.key.retired,
            mistaken=attempt.tries * CHANCE_A_TRY,
            geometry=geometry,
        )


def as_received(reading: Reading, larger: float) -> Reading:
    """Return a reading of a shrunk copy with its scale in pixels of the picture itself."""
    if reading.geometry is None:
        return reading
    geometry = reading.geometry.model_copy(update={"scale": reading.geometry.scale * larger})
    return reading.model_copy(update={"geometry": geometry})


def geometry_of(
    map_: Real, found_by: str, region: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
) -> Geometry:
    """Return a map in words that a person can use."""
    # Positions go the other way round than waves: by the inverse transpose of the map.
    across, down = np.linalg.norm(np.linalg.inv(map_).T, axis=1)
    return Geometry(
        scale=float(1 / np.sqrt(abs(np.linalg.det(map_)))),
        stretch=float(across / down),
        angle_degrees=float(np.degrees(np.arctan2(map_[1, 0], map_[0, 0]))),
        mirrored=bool(np.linalg.det(map_) < 0),
        region=region,
        found_by=found_by,
    )


def among_issued(attempt: Attempt, issued: Sequence[int]) -> list[Reading]:
    """Return the issued id that each of the soft signs kept speaks for, if chance is ruled out;
    surest first.

    The key turns each number that is read by a fair coin (``Layout.flip``), so what an unmarked
    picture gives are fixed sizes under fair, independent signs. The score of one id in one try is
    their sum against the id's own signs, at a norm of 1: by Hoeffding's inequality it passes z
    with a chance of at most exp(-z²/2). Any of n issued ids in any of t tries then passes with at
    most n·t times that; sums of chances ask for no independence. What is over 1e-7 is not told.
    With the keyed check (16 tries at 2^-24) a picture is taken for ours by one key with a chance
    of at most 1.1e-6, however many ids were issued.
    """
    if not issued or not attempt.soft:
        return []
    words = np.stack([codeword(attempt.key, mark_id) for mark_id in issued])
    heard = np.stack([soft / np.linalg.norm(soft) for soft, _ in attempt.soft])
    scores = heard @ words.T
    likeliest = scores.argmax(axis=1)
    chances = scores.size * np.exp(-(scores.max(axis=1) ** 2) / 2)
    return [
        Reading(
            mark_id=issued[likeliest[number]],
            how="closed_set",
            key_version=attempt.key.version,
            retired=attempt.key.retired,
            mistaken=float(chances[number]),
            geometry=attempt.soft[number][1],
        )
        for number in np.argsort(chances)
        if chances[number] <= _CHANCE_AMONG_ISSUED
    ]

"""Reads a sheet that holds several marked pictures: a collage, a contact sheet, a page.

One map serves all pictures of one size; each window of a few tiles then tells its own id.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.evidence import alignments, soft_signs
from toile.adapters.marks.invisible.keys import StudioKey
from toile.adapters.marks.invisible.layout import CANONICAL, layout_of
from toile.adapters.marks.invisible.plane import Pixels, Plane, canvas, luma
from toile.adapters.marks.invisible.reading import (
    FAINTEST_PEAK,
    FAINTEST_SCORE,
    Attempt,
    among_issued,
    as_received,
    geometry_of,
    tried,
    workable,
)
from toile.adapters.marks.invisible.spectrum import Candidate, Grid, search, spectrum_of
from toile.adapters.marks.invisible.tile import cut, solved
from toile.adapters.marks.invisible.warp import Straight, straightened
from toile.domain.marks import Geometry, Reading

_LARGEST_SIDE: Final = 2600
_MAPS: Final = 8
_IDLE_MAPS: Final = 3
# Windows in tiles, high and wide: large ones hear more, small ones fit between the gutters.
_WINDOWS: Final = ((3, 3), (2, 2))
# A sheet has more windows than tries to decode them; the rest can still be looked up.
_WINDOWS_KEPT: Final = 256
_Region = tuple[float, float, float, float]


def read_sheet(key: StudioKey, pixels: Pixels, issued: Sequence[int] = ()) -> tuple[Reading, ...]:
    """Return one reading for each id of this key, with the region it was found in.

    Windows that were not decoded are looked up among the issued ids, as a single picture is.
    """
    plane = workable(luma(pixels), _LARGEST_SIDE)
    attempt = Attempt(key, layout_of(key), most_kept=_WINDOWS_KEPT)
    found: dict[int, Reading] = {}
    idle = 0
    for candidate in _maps(attempt, plane):
        before = len(found)
        _add(found, _on(attempt, plane, candidate))
        idle = idle + 1 if len(found) == before else 0
        if idle == _IDLE_MAPS:
            break
    _add(found, among_issued(attempt, issued))
    larger = max(pixels.shape[:2]) / max(plane.shape)
    return tuple(as_received(reading, larger) for reading in found.values())


def _add(found: dict[int, Reading], readings: Iterable[Reading]) -> None:
    """Put readings to those of the same id, which grow to hold all places it was found in."""
    for reading in readings:
        if reading.mark_id is not None:
            found[reading.mark_id] = _joined(found.get(reading.mark_id), reading)


def _maps(attempt: Attempt, plane: Plane) -> list[Candidate]:
    scales = min(plane.shape) / CANONICAL * np.exp(np.arange(-np.log(6.0), np.log(2.0), 0.006))
    grid = Grid(scales, np.radians(np.arange(-6, 6.01, 0.4)), flips=(1,))
    found = search(attempt.layout, spectrum_of(plane), grid, _MAPS)
    return [candidate for candidate in found if candidate.score >= FAINTEST_SCORE]


def _on(attempt: Attempt, plane: Plane, candidate: Candidate) -> Iterator[Reading]:
    straight = straightened(plane, candidate.map)
    view = canvas(straight.plane)
    signal, trust = (cut(part, straight.period) for part in (view.signal, view.trust))
    claimed = np.zeros(signal.shape[:2], bool)
    for high, wide in _WINDOWS:
        for row in range(signal.shape[0] - high + 1):
            for column in range(signal.shape[1] - wide + 1):
                window = np.s_[row : row + high, column : column + wide]
                # One hit claims its window; what overlaps by more than half says the same.
                if claimed[window].mean() > 0.5:
                    continue
                region = _region(straight, plane, (row, column, row + high, column + wide))
                geometry = geometry_of(candidate.map, "part of a sheet", region)
                for reading in _heard(attempt, signal[window], trust[window], geometry):
                    claimed[window] = True
                    yield reading


def _heard(attempt: Attempt, signal: Plane, trust: Plane, geometry: Geometry) -> Iterator[Reading]:
    waves = solved(attempt.layout, signal.sum(axis=(0, 1)), trust.sum(axis=(0, 1)))
    (best,) = alignments(attempt.layout, waves, 1)
    soft = soft_signs(attempt.layout, waves, best.shift)
    if best.peak < FAINTEST_PEAK:
        attempt.keep(soft, geometry)
        return
    for reading in tried(attempt, soft, geometry):
        # A find vouches for its map; the promise on false positives starts afresh.
        attempt.tries = 0
        yield reading


def _region(straight: Straight, plane: Plane, window: tuple[int, int, int, int]) -> _Region:
    top, left, bottom, right = (edge * straight.period for edge in window)
    corners: npt.NDArray[np.float64] = np.array(
        [[left, right, left, right], [top, top, bottom, bottom], [1, 1, 1, 1]], float
    )
    there = straight.back @ corners / np.array([[plane.shape[1]], [plane.shape[0]]])
    low, high = np.clip(there.min(axis=1), 0, 1), np.clip(there.max(axis=1), 0, 1)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])


def _joined(first: Reading | None, second: Reading) -> Reading:
    """Return the first reading with its region grown to hold the second."""
    if first is None or first.geometry is None or second.geometry is None:
        return second
    a, b = first.geometry.region, second.geometry.region
    region = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
    return first.model_copy(
        update={"geometry": first.geometry.model_copy(update={"region": region})}
    )

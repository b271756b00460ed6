"""Where a key puts its mark: which waves of a 256-pixel tile are pilots, which carry which bit.

A wave is a pair (rows, columns) of whole cycles per tile, in the half plane that a real picture
needs. Pilots have known phases: they show scale, angle and shift. Data waves carry two signs
each, in their real and imaginary part.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.codeword import CODED
from toile.adapters.marks.invisible.keys import StudioKey
from toile.domain.marks import MARKED_SIDE

PERIOD: Final = 256
# The short side, in pixels, at which one tile is PERIOD pixels wide.
CANONICAL: Final = MARKED_SIDE
INNER, OUTER = 9, 40
PILOTS: Final = 32
_PILOT_INNER, _PILOT_OUTER = 12, 32

Waves = npt.NDArray[np.int64]
Real = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Layout:
    """One key's tile.

    ``pilots`` (2, 32) and ``data`` (2, n) are waves; ``pilot_phases`` (32,) in radians;
    ``coded`` (2n,) says which coded sign each real number carries, ``flip`` (2n,) turns it.
    """

    pilots: Waves
    pilot_phases: Real
    data: Waves
    coded: npt.NDArray[np.int64]
    flip: Real

    @property
    def pilot_radius(self) -> Real:
        """Cycles per tile of each pilot, (32,)."""
        return np.asarray(np.hypot(*self.pilots))

    @property
    def data_radius(self) -> Real:
        """Cycles per tile of each data wave, (n,)."""
        return np.asarray(np.hypot(*self.data))


@lru_cache(maxsize=16)
def layout_of(key: StudioKey) -> Layout:
    """Return the tile of a key; costs some milliseconds once."""
    waves = _usable_waves()
    is_pilot = _pilots(key, waves)
    data = waves[:, ~is_pilot]
    numbers = 2 * data.shape[1]
    order = np.argsort(key.draw("toile mark places 1", numbers), kind="stable")
    coded = np.empty(numbers, np.int64)
    coded[order] = np.arange(numbers) % CODED
    turns = key.draw("toile mark phases 1", PILOTS) / 2.0**64
    signs = key.draw("toile mark signs 1", numbers) & np.uint64(1)
    return Layout(
        pilots=waves[:, is_pilot],
        pilot_phases=2 * np.pi * turns,
        data=data,
        coded=coded,
        flip=signs.astype(np.float64) * 2 - 1,
    )


def _usable_waves() -> Waves:
    rows, columns = np.mgrid[-OUTER : OUTER + 1, 0 : OUTER + 1].reshape(2, -1)
    radius = np.hypot(rows, columns)
    # Waves along an axis meet the JPEG grid, straight edges and the frames of screens.
    usable = (radius >= INNER) & (radius <= OUTER) & (columns > 1) & (np.abs(rows) > 1)
    return np.stack([rows[usable], columns[usable]])


def _pilots(key: StudioKey, waves: Waves) -> npt.NDArray[np.bool_]:
    """Return one pilot in each of 32 equal sectors, so that every turn of the tile is told."""
    angle = np.arctan2(*waves)
    radius = np.hypot(*waves)
    sector = np.floor((angle / np.pi + 0.5) * PILOTS).astype(np.int64)
    near = (radius >= _PILOT_INNER) & (radius <= _PILOT_OUTER)
    picks = key.draw("toile mark pilots 1", PILOTS)
    chosen = np.zeros(waves.shape[1], bool)
    for number in range(PILOTS):
        choices = np.flatnonzero(near & (sector == number))
        chosen[choices[int(picks[number]) % len(choices)]] = True
    return chosen

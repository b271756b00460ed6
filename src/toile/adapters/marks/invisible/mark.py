"""The invisible mark as the studio uses it: put an id in, read an id out."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from toile.adapters.marks.invisible.codeword import codeword
from toile.adapters.marks.invisible.embedding import laid, pattern_for
from toile.adapters.marks.invisible.keys import KeyRing
from toile.adapters.marks.invisible.layout import CANONICAL, layout_of
from toile.adapters.marks.invisible.plane import Pixels, Plane
from toile.adapters.marks.invisible.reading import read_with
from toile.adapters.marks.invisible.sheets import read_sheet
from toile.domain.errors import BadInput
from toile.domain.marks import MARK_BITS, Reading

_SMALLEST_SIDE: Final = 64
# The share of marks missed over the everyday list of benchmarks/marks.py, rounded up.
_MISSED: Final = 0.01
_FILLS: Final = 0.8


class InvisibleMark:
    """A keyed 64-bit mark in the brightness of a picture.

    Pixels are ``uint8`` of shape (height, width, 3) in RGB. Mark the clean picture at its final
    size, once: a mark on a mark disturbs both.
    """

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def embed(self, pixels: Pixels, mark_id: int) -> Pixels:
        """Return a copy that carries the id; raises ``BadInput`` for a picture too small."""
        return laid(pixels, self.pattern(pixels, mark_id))

    def pattern(self, pixels: Pixels, mark_id: int) -> Plane:
        """Return the mark for a picture, to be laid over it and over smaller copies of it.

        ``float32`` of the picture's aspect, short side 768. Raises ``BadInput`` for a picture too
        small.
        """
        if not 0 <= mark_id < 1 << MARK_BITS:
            raise BadInput("A mark id has 64 bits.")
        if min(pixels.shape[:2]) < _SMALLEST_SIDE:
            raise BadInput(f"A picture under {_SMALLEST_SIDE} pixels cannot hold a mark.")
        key = self._keys.newest
        return pattern_for(pixels, layout_of(key), codeword(key, mark_id))

    def laid(self, pixels: Pixels, pattern: Plane) -> Pixels:
        """Return a copy of a picture, or of a smaller copy of it, with its mark laid over it."""
        return laid(pixels, pattern)

    def read(self, pixels: Pixels, issued: Sequence[int] | None = None) -> Reading:
        """Return what the picture says; ``issued`` ids are looked up when decoding fails."""
        for key in self._keys.keys if _can_hold(pixels) else ():
            found = read_with(key, pixels, issued or ())
            if found is not None:
                return found
        return Reading(mark_id=None, how="none", key_version=None, mistaken=_MISSED)

    def read_all(self, pixels: Pixels, issued: Sequence[int] | None = None) -> tuple[Reading, ...]:
        """Return a reading for each marked picture in this one, with its region; maybe none.

        Looks further than ``read`` where the frame has room for more: collages, contact sheets,
        pages.
        """
        found: dict[int | None, Reading] = {}
        for key in self._keys.keys if _can_hold(pixels) else ():
            single = read_with(key, pixels, issued or ())
            if single is None or _leaves_room(single, pixels):
                for reading in read_sheet(key, pixels, issued or ()):
                    found.setdefault(reading.mark_id, reading)
            if single is not None:
                found.setdefault(single.mark_id, single)
        return tuple(found.values())


def _leaves_room(reading: Reading, pixels: Pixels) -> bool:
    """Whether the frame is so much larger than the picture read that others may be beside it."""
    if reading.geometry is None:
        return True
    return bool(reading.geometry.scale * CANONICAL < _FILLS * min(pixels.shape[:2]))


def _can_hold(pixels: Pixels) -> bool:
    """Whether a picture is large enough and not one flat colour: nothing can be read there."""
    return min(pixels.shape[:2]) >= _SMALLEST_SIDE and bool(np.ptp(pixels) > 2)

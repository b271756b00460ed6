"""An id hidden in the brightness of a picture: 64 bits with a 24-bit keyed check, spread over a
repeated tile of waves, read by soft decoding after resizing, cropping, turning and recompression.

Order of reading: ``mark`` (what the studio calls), ``keys``, ``layout``, ``codeword`` and
``convolution`` (what is written), ``plane`` and ``tile`` (in what), ``embedding``, then
``spectrum``, ``warp``, ``evidence`` and ``reading`` (how it is found again).
"""

from toile.adapters.marks.invisible.keys import (
    KeyRing,
    StudioKey,
    load_keys,
    retire_key,
    rotate_keys,
)
from toile.adapters.marks.invisible.mark import InvisibleMark

__all__ = ["InvisibleMark", "KeyRing", "StudioKey", "load_keys", "retire_key", "rotate_keys"]

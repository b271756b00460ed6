"""How much memory a process with many threads keeps hold of.

glibc gives threads heaps of their own, eight for each processor, and what one thread freed is not
there for another: twenty people exporting leave twenty high tides behind. Two heaps are enough,
since Python runs one thread at a time.
"""

import ctypes
import os

HEAPS = 2
# malloc.h of glibc.
_M_ARENA_MAX = -8


def share_heaps() -> bool:
    """Let all threads begun from here on share two heaps; says whether this system knows how.

    Heaps that exist stay, so call it early. ``MALLOC_ARENA_MAX`` of whoever runs this comes first.
    """
    if os.name != "posix" or "MALLOC_ARENA_MAX" in os.environ:
        return False
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    return mallopt is not None and bool(mallopt(_M_ARENA_MAX, HEAPS))

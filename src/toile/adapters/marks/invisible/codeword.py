"""A 64-bit id with a 24-bit keyed check becomes coded signs, and coded signs an id or nothing."""

from functools import lru_cache
from typing import Final

import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible import convolution
from toile.adapters.marks.invisible.keys import StudioKey

ID_BITS: Final = 64
CHECK_BITS: Final = 24
MESSAGE_BITS: Final = ID_BITS + CHECK_BITS
CODED: Final = convolution.coded_length(MESSAGE_BITS)
# One decoded word of noise passes the check with this probability.
CHANCE_A_TRY: Final = 2.0**-CHECK_BITS

_PLACES: Final = np.arange(MESSAGE_BITS - 1, -1, -1)


@lru_cache(maxsize=8192)
def codeword(key: StudioKey, mark_id: int) -> npt.NDArray[np.float64]:
    """Return the coded signs of an id, shape (CODED,), each -1 or +1; not to be written to.

    Looking among issued ids asks for the same words at every reading.
    """
    message = (mark_id << CHECK_BITS) | _check(key, mark_id)
    bits = np.array([message >> int(place) & 1 for place in _PLACES], dtype=np.uint8)
    signs = convolution.encode(bits ^ _whitening(key))
    signs.setflags(write=False)
    return signs


def id_in(key: StudioKey, soft: npt.NDArray[np.float64]) -> int | None:
    """Return the id of the likeliest word, or None when its check does not fit the key."""
    bits = convolution.decode(soft, MESSAGE_BITS) ^ _whitening(key)
    message = int("".join(map(str, bits.tolist())), 2)
    mark_id = message >> CHECK_BITS
    return mark_id if _check(key, mark_id) == message & ((1 << CHECK_BITS) - 1) else None


def _check(key: StudioKey, mark_id: int) -> int:
    code = key.check("toile mark check 1", mark_id.to_bytes(ID_BITS // 8, "big"))
    return int.from_bytes(code[: CHECK_BITS // 8], "big")


@lru_cache(maxsize=16)
def _whitening(key: StudioKey) -> npt.NDArray[np.uint8]:
    """Without it, small ids would give long runs of equal signs."""
    return (key.draw("toile mark whitening 1", MESSAGE_BITS) & np.uint64(1)).astype(np.uint8)

"""Probe: which of Mitsuba's variants really works here, found out without risking this process.

Some LLVM builds abort the whole process, so a subprocess draws one pixel with it first.
"""

import subprocess
import sys
from dataclasses import dataclass
from functools import lru_cache

LLVM, SCALAR = "llvm_ad_rgb", "scalar_rgb"
_TRY = (
    "import mitsuba as mi; mi.set_variant('llvm_ad_rgb');"
    "s = mi.load_dict(mi.cornell_box()); mi.render(s, spp=1).numpy(); print('works')"
)


@dataclass(frozen=True)
class Variant:
    """The variant in use and the reason, in words for a person."""

    name: str
    why: str


@lru_cache(maxsize=1)
def working_variant(seconds: float = 60.0) -> Variant:
    """Return the fastest variant that draws a picture on this machine."""
    try:
        tried = subprocess.run(
            [sys.executable, "-c", _TRY],
            capture_output=True,
            text=True,
            timeout=seconds,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return Variant(SCALAR, f"LLVM could not be tried ({type(error).__name__})")
    if tried.returncode == 0 and "works" in tried.stdout:
        return Variant(LLVM, "a working LLVM was found; it draws drafts, previews need none")
    reason = "LLVM ended the process" if tried.returncode < 0 else "no usable LLVM library"
    return Variant(SCALAR, f"{reason}; libllvm19 makes drafts faster")

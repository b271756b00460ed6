"""Whether this machine can paint, asked without loading torch: the screens ask on every start.

Knows nothing of models.
"""

import ctypes
import os
import sys
from importlib.metadata import PackageNotFoundError, version

from toile.domain.painting import NoPainter


def why_not(device: str) -> NoPainter | None:
    """Return why this device does not paint here, or ``None``."""
    if device == "cpu":
        return None
    if device.startswith("mps"):
        return _unless(sys.platform == "darwin", "This machine has no Apple GPU.")
    if cards() == 0:
        return NoPainter(
            reason=(
                "This machine has no graphics card that can paint, so shots are blocked in 3-D: "
                "a photographic draft would take minutes each."
            ),
            hint=(
                "On a machine with an NVIDIA card of 8 GB or more and the CUDA build of torch, "
                "drafts are painted in about a second. A server with such a card does as well: "
                "set TOILE_PAINTER_URL to its images API."
            ),
        )
    return _torch_without_cuda()


def _unless(holds: bool, reason: str) -> NoPainter | None:
    return None if holds else NoPainter(reason=reason, hint="Set TOILE_DEVICE to cuda or cpu.")


def cards() -> int:
    """Return how many CUDA cards the driver offers to this process."""
    if os.environ.get("CUDA_VISIBLE_DEVICES") in {"", "-1"}:
        return 0
    name = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
    try:
        driver = ctypes.CDLL(name)
        count = ctypes.c_int(0)
        if driver.cuInit(0) or driver.cuDeviceGetCount(ctypes.byref(count)):
            return 0
    except (OSError, AttributeError):
        return 0
    return count.value


def _torch_without_cuda() -> NoPainter | None:
    try:
        installed = version("torch")
    except PackageNotFoundError:
        installed = ""
    if installed and "+cpu" not in installed:
        return None
    return NoPainter(
        reason="There is a graphics card, but the torch installed here was built without CUDA.",
        hint="Install the CUDA build of the same torch version, then start again.",
    )

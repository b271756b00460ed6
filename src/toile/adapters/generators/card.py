"""The memory of the card that a painter sits on; on any other device nothing is known and said.

Knows nothing of what the memory is for.
"""

import torch

_GB = 1024.0**3


class Card:
    """One device by its name, for example ``cuda`` or ``cpu``."""

    def __init__(self, device: str) -> None:
        self._here = bool(device.startswith("cuda") and torch.cuda.is_available())

    def room_gb(self) -> float | None:
        """Return how much memory this process may fill: what is free and what it holds already.

        Less than the card has while something else works on it.
        """
        if not self._here:
            return None
        free, _ = torch.cuda.mem_get_info()
        return (float(free) + float(torch.cuda.memory_reserved())) / _GB

    def start(self) -> None:
        """Begin to watch the peak."""
        if self._here:
            torch.cuda.reset_peak_memory_stats()

    def peak_gb(self) -> float | None:
        """Return the most that was held since ``start``."""
        return float(torch.cuda.max_memory_allocated()) / _GB if self._here else None

    def free(self) -> None:
        """Give back what the allocator keeps and nobody uses."""
        if self._here:
            torch.cuda.empty_cache()

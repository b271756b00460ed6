"""What painting costs in memory: measured peaks on file, and whether the next pack fits.

Knows nothing of torch; the painter tells it what a run took and what room the card has.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from toile.domain.painting import GeneratorAbility, PaintRequest

# Allocators keep fragments; a pack that needs the last byte does not fit.
_SLACK = 1.08
_SMALLER = 0.75


@dataclass(frozen=True)
class Admission:
    """Whether a pack may start, how large it may be, and the sentence that says why."""

    pack: int
    because: str


@dataclass(frozen=True)
class Lesser:
    """The one retry with less: which shots share a call now, at which size, and what is said."""

    parts: tuple[tuple[PaintRequest, ...], ...]
    size: tuple[int, int]
    said: str


def lesser(
    ability: GeneratorAbility, group: Sequence[PaintRequest], size: tuple[int, int], because: str
) -> Lesser:
    """Return shots one by one instead of a pack, or a lone shot at a smaller size."""
    if len(group) > 1:
        said = f"{because} with {len(group)} shots at once: painted one by one."
        return Lesser(tuple((request,) for request in group), size, said)
    smaller = ability.size(round(size[0] * _SMALLER), round(size[1] * _SMALLER))
    said = f"{because} at {_times(size)}: painted at {_times(smaller)} and enlarged."
    return Lesser((tuple(group),), smaller, said)


def _times(size: tuple[int, int]) -> str:
    return f"{size[0]} × {size[1]}"


class MemoryLedger:
    """Peaks by model, size and pack, in GB. With a file, they outlive the process."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._peaks: dict[str, float] = _read(file)

    def record(
        self, ability: GeneratorAbility, size: tuple[int, int], pack: int, gb: float
    ) -> None:
        """Note what a run took; the highest ever seen is the one that counts.

        A run that failed for want of memory is noted with what it had: it needs more than that.
        """
        key = _key(ability, size, pack)
        if gb <= self._peaks.get(key, 0.0):
            return
        self._peaks[key] = round(gb, 3)
        if self._file is not None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._file.with_suffix(".new")
            fresh.write_text(json.dumps(self._peaks, indent=1, sort_keys=True), encoding="utf-8")
            fresh.replace(self._file)

    def peak(self, ability: GeneratorAbility, size: tuple[int, int], pack: int) -> float | None:
        """Return the measured peak, or ``None`` if this was never run."""
        return self._peaks.get(_key(ability, size, pack))

    def admit(
        self, ability: GeneratorAbility, size: tuple[int, int], pack: int, room_gb: float | None
    ) -> Admission:
        """Return the largest pack up to the one asked that fits the room on the card.

        Without a card, or before anything was measured, the pack is let through and the sentence
        says that nothing is known: running out is then met by the painter's one retry.
        """
        if room_gb is None:
            return Admission(pack, "This machine reports no card memory.")
        for smaller in range(pack, 0, -1):
            peak = self.peak(ability, size, smaller)
            if peak is None:
                return Admission(smaller, "Not yet measured at this size.")
            if peak * _SLACK <= room_gb:
                return Admission(
                    smaller, f"Took {peak:.1f} GB before; the card has room for {room_gb:.0f}."
                )
        took = self.peak(ability, size, 1) or ability.memory_gb
        return Admission(
            0, f"Not enough memory (took {took:.1f} GB before, room for {room_gb:.0f})"
        )


def _key(ability: GeneratorAbility, size: tuple[int, int], pack: int) -> str:
    return f"{ability.model}@{ability.revision}|{size[0]}x{size[1]}|{pack}"


def _read(file: Path | None) -> dict[str, float]:
    if file is None or not file.exists():
        return {}
    try:
        return {str(key): float(gb) for key, gb in json.loads(file.read_text("utf-8")).items()}
    except (ValueError, AttributeError):
        # A damaged note costs a measurement, not a picture: it is measured again.
        return {}

"""What painting costs in memory: measured peaks on file, and whether the next pack fits.

Knows nothing of torch; the painter tells it what a run took and what the card has.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from toile.domain.painting import GeneratorAbility

# Allocators keep fragments; a pack that needs the last byte does not fit.
_SLACK = 1.08


@dataclass(frozen=True)
class Admission:
    """Whether a pack may start, how large it may be, and the sentence that says why."""

    pack: int
    because: str


class MemoryLedger:
    """Peaks by model, size and pack, in GB. With a file, they outlive the process."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._peaks: dict[str, float] = _read(file)

    def record(
        self, ability: GeneratorAbility, size: tuple[int, int], pack: int, gb: float
    ) -> None:
        """Note what a run took; the highest ever seen is the one that counts."""
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
        self, ability: GeneratorAbility, size: tuple[int, int], pack: int, total_gb: float | None
    ) -> Admission:
        """Return the largest pack up to the one asked that fits the card.

        Without a card, or before anything was measured, the pack is let through and the sentence
        says that nothing is known: running out is then met by the painter's one retry.
        """
        if total_gb is None:
            return Admission(pack, "This machine reports no card memory.")
        for smaller in range(pack, 0, -1):
            peak = self.peak(ability, size, smaller)
            if peak is None:
                return Admission(smaller, "Not yet measured at this size.")
            if peak * _SLACK <= total_gb:
                return Admission(
                    smaller, f"Took {peak:.1f} GB before; the card has {total_gb:.0f}."
                )
        need = self.peak(ability, size, 1) or ability.memory_gb
        return Admission(0, f"One picture took {need:.1f} GB before; the card has {total_gb:.0f}.")


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

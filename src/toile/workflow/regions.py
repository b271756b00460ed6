"""The named parts of a picture: face, hair, each garment, background; and what words about one do.

The parts come from the blocking that the picture was made over. A painted picture may stray from
its blocking by some pixels; the parts are where the director put things, not a reading of pixels.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from toile.domain.drafts import DraftRequest
from toile.domain.errors import NotAllowed, NotFound
from toile.domain.ids import DraftId
from toile.domain.region_words import merged_part
from toile.domain.values import Value
from toile.workflow.block_shot import BlockShot, size_of
from toile.workflow.ports import Drafts

LONGEST = 160
# The parts of a draft never change, and finding them takes a second: the last ones stay at hand.
KEPT = 200


class RegionMap(Value):
    """Which pixel is which part: runs of (part, length) row by row; ``parts`` are named."""

    width: int
    height: int
    parts: tuple[str, ...]
    runs: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Regions:
    """Find the parts of a picture on file."""

    drafts: Drafts
    blocks: BlockShot
    _found: dict[str, RegionMap] = field(default_factory=dict, repr=False)

    def of(self, draft: str) -> RegionMap:
        """Return the parts of a draft; raises ``NotFound``, or ``NotAllowed`` in quarantine."""
        found, line = self.drafts.draft(DraftId(draft)), self.drafts.line(DraftId(draft))
        if found is None or line is None:
            raise NotFound("There is no such picture on file.")
        if line.state == "quarantined":
            raise NotAllowed("This picture may no longer be shown.")
        if draft not in self._found:
            while len(self._found) >= KEPT:
                self._found.pop(next(iter(self._found)), None)
            self._found[draft] = self._map(found.request)
        return self._found[draft]

    def _map(self, request: DraftRequest) -> RegionMap:
        width, height = size_of(request.shot.aspect, "preview")
        scale = LONGEST / max(width, height)
        size = (max(16, round(width * scale)), max(16, round(height * scale)))
        maps = self.blocks.renderer.maps(self.blocks(request), size=size)
        parts, table = _parts(maps.legend)
        return RegionMap(
            width=maps.width,
            height=maps.height,
            parts=parts,
            runs=_runs(maps.regions.translate(table)),
        )


def _parts(legend: Sequence[str]) -> tuple[tuple[str, ...], bytes]:
    """Return the parts people name, and the table from the legend's ids to theirs."""
    merged = [merged_part(name) for name in legend]
    parts = tuple(dict.fromkeys(merged))
    places = [parts.index(name) for name in merged]
    return parts, bytes(places[i] if i < len(places) else 0 for i in range(256))


def _runs(pixels: bytes) -> tuple[tuple[int, int], ...]:
    runs: list[tuple[int, int]] = []
    start = 0
    for place in range(1, len(pixels) + 1):
        if place == len(pixels) or pixels[place] != pixels[start]:
            runs.append((pixels[start], place - start))
            start = place
    return tuple(runs)

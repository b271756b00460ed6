"""The contact sheet: every drawn version of some shots side by side, with the variety measured.

The measure is made on the small marked pictures, stamp included, so it errs on the side of
sameness. Belongs here: gathering. Does not: pixels (an adapter measures).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from toile.domain.board import Board
from toile.domain.ids import ImageHash, ShotId
from toile.domain.values import Value
from toile.workflow.ports import Drafts, Images

MOST = 60


class Spread(Value):
    """How unlike the pictures are, 0 (the same) to 1; and the two that are most alike."""

    measured: int
    variety: float | None
    nearest: tuple[ShotId, ShotId] | None = None
    apart: float | None = None


# Distances between pictures, each to each, 0 to 1.
Distances = Callable[[Sequence[bytes]], Sequence[Sequence[float]]]


@dataclass(frozen=True)
class ContactSheet:
    """Measure what is drawn."""

    drafts: Drafts
    images: Images
    distances: Distances

    def spread(self, board: Board) -> Spread:
        """Return the variety of the pictures shown on a board; at most sixty are measured."""
        shown = {(panel.id, panel.current) for panel in board.panels}
        lines = [
            line
            for line in self.drafts.listed(board=board.id)
            if line.state == "finished" and (line.shot, line.version) in shown
        ][:MOST]
        if len(lines) < 2:
            return Spread(measured=len(lines), variety=None)
        apart = self.distances([self._bytes(line.thumbnail) for line in lines])
        pairs = [
            (apart[one][two], one, two)
            for one in range(len(lines))
            for two in range(one + 1, len(lines))
        ]
        least, one, two = min(pairs)
        return Spread(
            measured=len(lines),
            variety=round(sum(pair[0] for pair in pairs) / len(pairs), 3),
            nearest=(lines[one].shot, lines[two].shot),
            apart=round(least, 3),
        )

    def _bytes(self, image: ImageHash) -> bytes:
        return self.images.get(image)

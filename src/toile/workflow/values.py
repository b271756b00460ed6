"""Small values that cross a port and are nobody's domain: lists, abilities, maps."""

from dataclasses import dataclass, field
from datetime import datetime

from toile.domain.drafts import State
from toile.domain.ids import BoardId, BrandId, DraftId, ImageHash, ShotId, TwinId
from toile.domain.values import Value


class BoardLine(Value):
    """A board in a list."""

    id: BoardId
    title: str
    brand: BrandId
    revision: int
    shots: int
    changed_at: datetime
    demo: bool = False


class DraftLine(Value):
    """A draft in a list; ``reason`` says why one is quarantined."""

    id: DraftId
    board: BoardId
    shot: ShotId
    version: int
    twins: tuple[TwinId, ...]
    licences: tuple[str, ...]
    image: ImageHash
    preview: ImageHash
    thumbnail: ImageHash
    state: State
    reason: str = ""
    drafted_at: datetime


class RendererAbility(Value):
    """What the renderer is on this machine, and why that one."""

    name: str
    because: str
    styles: tuple[str, ...]
    longest_side: int


@dataclass(frozen=True)
class Maps:
    """Control images of one blocking, all ``height`` x ``width``, row by row.

    ``depth`` float32 metres (0 is background), ``normals`` int8 triples in camera space, ``regions``
    uint8 ids into ``legend``; ``keypoints`` are COCO-18 pixel positions by person.
    """

    width: int
    height: int
    depth: bytes = field(repr=False)
    normals: bytes = field(repr=False)
    regions: bytes = field(repr=False)
    legend: tuple[str, ...]
    keypoints: tuple[tuple[tuple[float, float], ...], ...] = ()

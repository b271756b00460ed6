"""Small values that cross a port and are nobody's domain: lists, abilities, maps."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from toile.domain.board import Credit
from toile.domain.brief import Brief, Usage
from toile.domain.drafts import State
from toile.domain.ids import BoardId, BrandId, DraftId, ImageHash, ShotId, TwinId
from toile.domain.licences import Licence
from toile.domain.maps import Maps as Maps
from toile.domain.shots import Shot
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


# Reads the marked picture from where it is kept. A file on its way out holds one at a time.
Fetch = Callable[[], bytes]


class ExportForm(Value):
    """A kind of file: ``name`` is what people choose; ``carries`` says if pictures are inside."""

    name: str
    suffix: str
    mime: str
    carries: bool = True


@dataclass(frozen=True)
class SheetPanel:
    """One shot of an export: its marked picture, or why there is none."""

    shot: Shot
    version: int
    picture: Fetch | None
    draft: DraftId | None
    say: str
    credit: str
    approved: str = ""


class CastLine(Value):
    """Somebody in the pictures, as a call sheet names them."""

    name: str
    agency: str
    sizes: str
    shots: tuple[int, ...]


@dataclass(frozen=True)
class Sheet:
    """All an exporter is given. Every picture in it was decided and carries its marks."""

    title: str
    brand: str
    board: BoardId
    usage: Usage
    panels: tuple[SheetPanel, ...]
    licences: tuple[Licence, ...]
    label: str
    made_on: str
    by: str
    brief: Brief | None = None
    credits: tuple[Credit, ...] = ()
    cast: tuple[CastLine, ...] = ()
    # How unlike the pictures are, in a sentence; empty where it was not measured.
    variety: str = ""


def unseen(_share: float, _say: str) -> None:
    """Hear of progress and show nothing."""

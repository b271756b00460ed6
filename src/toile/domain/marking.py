"""What the marking chain is told, what it gives back, and what reading a found file says."""

from typing import Literal

from toile.domain.marks import (
    Claims,
    Geometry,
    IconKind,
    ManifestReading,
    OverlayStyle,
    PictureFacts,
)
from toile.domain.values import Value


class MarkFacts(Value):
    """All the words and numbers of one marking: overlay, invisible id, metadata, credential."""

    label: str
    disclosure: str | None
    icon: IconKind | None
    style: OverlayStyle
    mark_id: int
    facts: PictureFacts
    claims: Claims


class Marked(Value):
    """A marked file, and its credential alone to be kept by id."""

    data: bytes
    mime: str
    width: int
    height: int
    mark_id: int
    manifest: bytes


class MarkReading(Value):
    """What a found file carries, strongest evidence first; everything may be absent.

    ``how`` says which evidence led to ``mark_id``; ``wrong_by_chance`` is the probability that an
    unmarked picture would have said the same; ``size`` is what was looked at, width and height;
    ``retired`` is set where others may hold the key of the hidden mark; ``saved_as`` is the file
    format in words; ``places`` are where in a document; ``also`` are the other marks in the same
    file, each a reading of its own.
    """

    manifest: ManifestReading | None = None
    facts: PictureFacts | None = None
    mark_id: int | None = None
    how: Literal["credential", "metadata", "decoded", "closed_set", "none"] = "none"
    wrong_by_chance: float = 0.0
    retired: bool = False
    geometry: Geometry | None = None
    size: tuple[int, int] = (0, 0)
    saved_as: str = ""
    places: tuple[str, ...] = ()
    also: tuple["MarkReading", ...] = ()

"""What a mark says and what reading one found. Values only: knows no pixels, files or keys."""

from datetime import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from toile.domain.values import Value

MARK_BITS = 64
# The short side, in pixels, at which the hidden mark is laid and looked for.
MARKED_SIDE = 768
IconKind = Literal["basic", "generated", "modified"]


class SourceType(StrEnum):
    """How the picture came to be: the IPTC digital source types that a draft can truly have.

    Source: http://cv.iptc.org/newscodes/digitalsourcetype/
    """

    DIGITAL_CREATION = "digitalCreation"
    ALGORITHMIC = "algorithmicMedia"
    TRAINED = "trainedAlgorithmicMedia"
    EDITED_WITH_TRAINED = "compositeWithTrainedAlgorithmicMedia"

    @property
    def uri(self) -> str:
        """The word as IPTC and C2PA write it."""
        return f"http://cv.iptc.org/newscodes/digitalsourcetype/{self.value}"


class OverlayStyle(Value):
    """How the visible marks look; a brand may set it, never to nothing.

    The least of each number is what can still be read on light and on dark, so no style goes below
    what a duty asks for. ``opacity`` is the share of the way to black or white that an ink stroke
    goes. ``spacing`` is the distance of two repeats, ``letter_height`` and ``chip_height`` that of
    capitals, in shares of the short side. ``chip`` is the paper under the disclosure.
    """

    opacity: float = Field(default=0.30, ge=0.20, le=0.9)
    spacing: float = Field(default=0.24, ge=0.1, le=0.36)
    angle_degrees: float = Field(default=24.0, ge=-60, le=60)
    letter_height: float = Field(default=0.021, ge=0.014, le=0.08)
    chip: Literal["dark", "light"] = "dark"
    chip_corner: Literal["bottom_left", "bottom_right", "top_left", "top_right"] = "bottom_left"
    chip_height: float = Field(default=0.019, ge=0.019, le=0.05)


class SoftwareAgent(Value):
    """The program that made a step, as a credential names it."""

    name: str
    version: str


class Claims(Value):
    """What a signed credential says of a draft."""

    title: str
    draft_id: str
    version: int
    twin_ids: tuple[str, ...]
    licence_ids: tuple[str, ...]
    source_type: SourceType
    software: SoftwareAgent
    signed_at: datetime
    mark_id: int | None = Field(default=None, ge=0, lt=1 << MARK_BITS)
    parent_draft_id: str | None = None
    changes: tuple[str, ...] = ()


class Signed(Value):
    """A file with its credential inside, and the credential alone, to keep by id."""

    data: bytes
    manifest: bytes


class ManifestReading(Value):
    """What a credential says, and whether it still fits the file that carries it.

    ``state``: trusted = signed by a studio we know and unchanged; valid = unchanged, signer not
    known here; expired = it fits the file, and its certificate has run out, so that anybody may
    have signed it; altered = the file or the credential was changed after signing.
    """

    state: Literal["trusted", "valid", "expired", "altered"]
    signer: str
    signed_at: datetime | None
    title: str
    draft_id: str | None
    version: int | None
    twin_ids: tuple[str, ...]
    licence_ids: tuple[str, ...]
    parent_draft_id: str | None
    source_type: SourceType | None
    mark_id: int | None
    changes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class PictureFacts(Value):
    """The words that travel in a picture's XMP and IIM.

    ``prompt`` is given only when the studio chose to publish it: prompts carry launch secrets.
    """

    draft_id: str
    title: str
    source_type: SourceType
    credit: str
    rights: str
    licence_ids: tuple[str, ...]
    licensor: str
    licence_url: str
    ai_system: str
    ai_system_version: str
    release_ids: tuple[str, ...] = ()
    release: Literal["unlimited", "limited", "none", "not_applicable"] = "limited"
    data_mining: Literal["prohibited", "allowed"] = "prohibited"
    description: str = ""
    constraints: str = ""
    prompt: str | None = None
    prompt_writer: str | None = None


class Geometry(Value):
    """Where a mark lay: how the picture had been scaled and turned since it was marked.

    ``scale`` is the size of one marked pixel (at a short side of 768) in received pixels, and
    ``stretch`` how many times wider than tall it became. ``region`` is left, top, right, bottom
    as shares of the received picture.
    """

    scale: float
    angle_degrees: float
    mirrored: bool
    stretch: float = 1.0
    region: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    found_by: str = "whole frame"


class Reading(Value):
    """What the invisible mark said, and whether its key was ``retired``: others may hold it.

    ``mistaken`` bounds the probability that an unmarked picture would have given this answer;
    where nothing was read it is the measured share of marks missed after everyday changes.
    """

    mark_id: int | None
    how: Literal["decoded", "closed_set", "none"]
    key_version: int | None
    mistaken: float
    geometry: Geometry | None = None
    retired: bool = False

    @property
    def found(self) -> bool:
        """Whether a mark of ours was read."""
        return self.mark_id is not None

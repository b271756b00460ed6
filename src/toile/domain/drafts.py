"""DraftRequest, MarkedImage, Draft: one picture, from the wish to the record.

A ``Draft`` can hold only a ``MarkedImage``, and only ``workflow/draft_shot.py`` makes one.
"""

from datetime import datetime
from typing import Literal

from toile.domain.casting import ClearedCasting
from toile.domain.ids import BoardId, DraftId, ImageHash, ShotId
from toile.domain.shots import Shot
from toile.domain.values import Value

Generator = Literal["blocking", "diffusers"]
Quality = Literal["preview", "draft"]
State = Literal["queued", "running", "finished", "refused", "failed", "cancelled", "quarantined"]
Step = Literal["deciding", "blocking", "rendering", "painting", "marking", "signing", "keeping"]


class DraftRequest(Value):
    """Everything that matters for one picture: replayable, and its digest is the job id."""

    type: Literal["DraftRequest.1"] = "DraftRequest.1"
    board: BoardId
    shot: Shot
    version: int
    casting: ClearedCasting
    width: int
    height: int
    seed: int
    style: str = "colour"
    quality: Quality = "draft"
    generator: Generator = "blocking"
    passages: tuple[str, ...] = ()
    parent: DraftId | None = None
    asked_by: str

    @property
    def id(self) -> DraftId:
        """Return the digest that names the draft: asking twice costs once."""
        return DraftId(self.digest())


class MarkedImage(Value):
    """A stored picture that carries its visible mark, invisible id and signed manifest.

    ``mark_id`` is the 64-bit number in the pixels; ``manifest`` the stored C2PA manifest, kept by
    id too, so that a stripped copy still leads back to its record.
    """

    image: ImageHash
    mime: str
    width: int
    height: int
    mark_id: int
    manifest: ImageHash
    visible: str
    # The words of the label that law or licence asked for, as drawn; absent when none was owed.
    disclosure: str | None = None
    signed_at: datetime


class Recipe(Value):
    """What made the picture, for the recipe card: facts only."""

    renderer: str
    because: str
    style: str
    seed: int
    size: tuple[int, int]
    seconds: float
    lens: str | None = None
    light: str | None = None
    unread: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()


class Draft(Value):
    """A picture on file: the request, the marked image, and the decision that allowed it."""

    type: Literal["Draft.1"] = "Draft.1"
    id: DraftId
    request: DraftRequest
    image: MarkedImage
    preview: ImageHash
    thumbnail: ImageHash
    recipe: Recipe
    decisions: tuple[str, ...]
    drafted_at: datetime


class DraftStatus(Value):
    """Where a draft stands; never goes backwards."""

    id: DraftId
    board: BoardId
    shot: ShotId
    version: int
    state: State
    step: Step | None = None
    share: float = 0.0
    # The newest preview of the picture forming, marked like any other; absent before the first.
    forming: ImageHash | None = None
    say: str = ""
    queued_at: datetime
    changed_at: datetime
    eta_seconds: float | None = None
    queue_place: int | None = None

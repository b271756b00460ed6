"""DraftRequest, MarkedImage, Draft: one picture, from the wish to the record.

A ``Draft`` can hold only a ``MarkedImage``, and only ``workflow/draft_shot.py`` makes one.
"""

from datetime import datetime
from typing import Any, Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from toile.domain.casting import ClearedCasting
from toile.domain.draft_facts import DraftFacts
from toile.domain.ids import BoardId, DraftId, ImageHash, ShotId
from toile.domain.painting import Drift
from toile.domain.part_edits import PartEdits
from toile.domain.shots import Shot
from toile.domain.values import Value

Generator = Literal["blocking", "diffusers"]
Quality = Literal["preview", "draft"]
State = Literal["queued", "running", "finished", "refused", "failed", "cancelled", "quarantined"]
_NO_EDITS = ("edits", None)
_NO_GRADE = ("grade", None)
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
    # With edits, the picture is an original with some of its parts made anew.
    edits: PartEdits | None = None
    asked_by: str

    @model_serializer(mode="wrap")
    def _without_absent_edits(self, whole: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # The digest names the draft: pictures asked for without edits or grade keep their names.
        facts = {name: value for name, value in whole(self).items() if (name, value) != _NO_EDITS}
        shot = {name: value for name, value in facts["shot"].items() if (name, value) != _NO_GRADE}
        return facts | {"shot": shot}

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
    # What a painter was told, and the prompt document and version that it came from.
    prompt: str = ""
    template: str = ""
    # Which weights painted it, and what they were shown: maps of the blocking, pictures of whom.
    revision: str = ""
    maps: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    # How many pictures were painted in the same call of the model.
    together: int = 1
    # The wishes about parts, and how far the rest moved.
    wishes: tuple[str, ...] = ()
    drift: Drift | None = None
    # The SHA-256 of the pixels before any mark: whether the picture can be made again.
    clean: str = ""


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
    # Measured before the marks; the book in force is held against it whenever somebody looks.
    measured: DraftFacts | None = None


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
    # It was stopped and ends at its next look.
    stopping: bool = False
    queued_at: datetime
    changed_at: datetime
    eta_seconds: float | None = None
    queue_place: int | None = None

"""Painting as values: what a generator can do, what it is asked, what it gives back.

Belongs here: the words and arithmetic every family shares (what may share a call, which maps fit,
how edits merge). Does not: models, tensors, files, or the name of any one family.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, Self

from toile.domain.errors import BadInput
from toile.domain.ids import BrandId, LicenceId, TwinId
from toile.domain.maps import Maps, Mask
from toile.domain.pictures import Picture
from toile.domain.values import Value

MapKind = Literal["blocked", "pose", "depth", "normals", "regions"]
ReferenceKind = Literal["face", "figure", "garment", "mood"]


class GeneratorAbility(Value):
    """What one family on this machine can do; screens and verbs read this and never its name.

    ``images_together`` bounds references and maps that share one input; 0 means they do not.
    ``edit_pixels`` bounds the area of a region edit; 0 means the longest side alone does.
    ``memory_gb`` is an estimate of weights in bf16 until a peak is measured.
    """

    family: str
    model: str
    revision: str
    licence: str
    commercial: bool
    references: int
    maps: tuple[MapKind, ...]
    maps_together: int
    images_together: int = 0
    strengths: bool
    mask: bool
    identity: Literal["references", "twin weights", "none"]
    steps: int
    multiple_of: int = 16
    shortest_side: int = 256
    longest_side: int = 2048
    largest_pack: int = 4
    edit_pixels: int = 0
    memory_gb: float = 0.0
    previews: bool = True
    cancel: Literal["step", "request"] = "step"
    remote: bool = False
    device: str = "cuda"

    def size(self, width: int, height: int, *, edits: bool = False) -> tuple[int, int]:
        """Return the nearest size this family paints, same shape, at least its shortest side."""
        scale = min(1.0, self.longest_side / max(width, height))
        if edits and self.edit_pixels:
            scale = min(scale, (self.edit_pixels / (width * height)) ** 0.5)
        scale = max(scale, self.shortest_side / min(width, height))
        grid = self.multiple_of
        # Rounding down keeps the bounds; the hair more forgives a division.
        sides = [int(side * scale / grid + 0.01) * grid for side in (width, height)]
        return max(grid, sides[0]), max(grid, sides[1])


@dataclass(frozen=True)
class Strengths:
    """How hard each input pulls, 0 to 1; ``until`` is the share of steps the maps steer."""

    blocked: float = 0.6
    pose: float = 0.8
    depth: float = 0.6
    normals: float = 0.4
    regions: float = 0.4
    reference: float = 0.7
    edit: float = 0.9
    until: float = 0.8

    def of(self, kind: MapKind) -> float:
        """Return the strength of one kind of map."""
        return float(getattr(self, kind))


@dataclass(frozen=True)
class Reference:
    """A licensed picture of one twin, or of a garment when ``twin`` is empty."""

    twin: TwinId | None
    kind: ReferenceKind
    picture: Picture


@dataclass(frozen=True)
class TwinWeights:
    """A twin's own weights in memory: opened for one job, a biometric asset like the capture.

    ``digest`` names them without holding them; it may go into packs and records.
    """

    twin: TwinId
    digest: str
    strength: float
    data: bytes = field(repr=False)

    def __reduce__(self) -> str:
        # A queue that pickles would write somebody's likeness to disk unencrypted.
        raise TypeError("A twin's weights never leave memory unencrypted.")


LikenessKind = Literal["weights", "face", "figure"]


class KeptLikeness(Value):
    """That weights or a picture of a twin are on file, under which licence, since when."""

    twin: TwinId
    licence: LicenceId
    kind: LikenessKind = "weights"
    sha256: str
    kept_on: datetime


@dataclass(frozen=True)
class PaintRequest:
    """Everything a generator is told about one picture.

    With ``original`` and ``mask`` it is a region edit: the original is what changes, and only
    inside the mask. ``references`` holds pictures of the cleared twins of this shot and no other.
    """

    id: str
    prompt: str
    seed: int
    width: int
    height: int
    steps: int | None = None
    strengths: Strengths = Strengths()
    blocked: Picture | None = None
    maps: Maps | None = None
    references: tuple[Reference, ...] = ()
    original: Picture | None = None
    mask: Mask | None = None
    weights: tuple[TwinWeights, ...] = ()

    def __post_init__(self) -> None:
        if (self.original is None) != (self.mask is None):
            raise BadInput("A region edit needs the original picture and the region to change.")
        if self.mask is not None and self.mask.empty:
            raise BadInput("The region to change is empty.", hint="Draw it, or name a part.")

    @property
    def edits(self) -> bool:
        """Tell whether this changes a region of an original."""
        return self.mask is not None

    def resized(self, width: int, height: int) -> Self:
        """Return the same wish at another size; pictures and maps are fitted by the generator."""
        return replace(self, width=width, height=height)


@dataclass(frozen=True)
class Inputs:
    """The maps and references of one request that a family will use, in its order."""

    maps: tuple[MapKind, ...]
    references: tuple[Reference, ...]
    left_out: tuple[str, ...] = ()


def inputs_for(ability: GeneratorAbility, request: PaintRequest) -> Inputs:
    """Choose what this family can take; whatever is left out is named, never dropped silently."""
    there = [kind for kind in ability.maps if _has(request, kind)]
    room = ability.references
    most_maps = ability.maps_together
    if ability.images_together:
        # References carry the person, so they go first; one map always stays for the composition.
        wanted = min(len(request.references), room, ability.images_together - bool(there))
        most_maps = min(most_maps, ability.images_together - wanted)
        room = wanted
    maps, references = tuple(there[:most_maps]), request.references[:room]
    left = [f"{kind} map" for kind in there[most_maps:]]
    left += [_reference_name(item) for item in request.references[room:]]
    return Inputs(maps=maps, references=references, left_out=tuple(left))


def _has(request: PaintRequest, kind: MapKind) -> bool:
    if kind == "blocked":
        return request.blocked is not None
    if kind == "pose":
        return request.maps is not None and bool(request.maps.keypoints)
    return request.maps is not None


def _reference_name(reference: Reference) -> str:
    whose = f" of {reference.twin}" if reference.twin else ""
    return f"{reference.kind} reference{whose}"


def pack_key(ability: GeneratorAbility, request: PaintRequest) -> tuple[object, ...]:
    """Return what requests must have in common to share one call of the pipeline."""
    chosen = inputs_for(ability, request)
    return (
        ability.size(request.width, request.height, edits=request.edits),
        request.steps or ability.steps,
        request.strengths,
        request.edits,
        chosen.maps,
        tuple((item.picture.width, item.picture.height) for item in chosen.references),
        tuple((weights.digest, weights.strength) for weights in request.weights),
    )


def packs(
    ability: GeneratorAbility, requests: Sequence[PaintRequest], largest: int | None = None
) -> tuple[tuple[PaintRequest, ...], ...]:
    """Return the requests in packs of equal shape, first asked first, none over the largest."""
    most = max(1, min(largest or ability.largest_pack, ability.largest_pack))
    alike: dict[tuple[object, ...], list[PaintRequest]] = {}
    for request in requests:
        alike.setdefault(pack_key(ability, request), []).append(request)
    return tuple(
        tuple(group[start : start + most])
        for group in alike.values()
        for start in range(0, len(group), most)
    )


class Drift(Value):
    """How far an edit moved what it was not asked to change, in steps of 0 to 255.

    ``raw`` is the model's own picture outside the region; ``kept`` is the picture handed over,
    where the original was put back: 0, and measured.
    """

    raw_mean: float
    raw_most: int
    kept_most: int
    changed_share: float


class PaintFacts(Value):
    """What made the picture, for the recipe card and the next estimate."""

    family: str
    model: str
    revision: str
    licence: str
    seed: int
    steps: int
    size: tuple[int, int]
    seconds: float
    pack: int = 1
    peak_gb: float | None = None
    maps: tuple[MapKind, ...] = ()
    references: tuple[str, ...] = ()
    drift: Drift | None = None
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class Painted:
    """One painted picture, still unmarked, and the facts of its making."""

    id: str
    picture: Picture
    facts: PaintFacts


class NoPainter(Value):
    """Why this machine blocks and does not paint, and what would change that."""

    reason: str
    hint: str

    def __str__(self) -> str:
        return f"{self.reason} {self.hint}".strip()


class Likeness(Value):
    """How like the twin a draft is. ``score`` is ``None`` when nothing can say so honestly."""

    twin: TwinId
    score: float | None
    because: str
    scorer: str = ""


def licence_refusal(ability: GeneratorAbility, brand: BrandId, *, commercial: bool) -> str:
    """Return why this model may not paint for this brand, or an empty string."""
    if ability.commercial or not commercial:
        return ""
    return no_commercial_use(ability.model, ability.licence, brand)


def no_commercial_use(model: str, licence: str, brand: BrandId) -> str:
    """Say by name that a model's licence keeps it from a brand."""
    return f"{model} may not be used for {brand}: its licence ({licence}) allows no commercial use."

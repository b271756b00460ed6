"""What the shared painter asks of a family, and the prepared shot it hands over.

A family knows one kind of pipeline: its arguments, its latents and its ways to keep the shots of
a pack apart. It knows nothing of queues, memory, cancelling or pasting back.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from inspect import signature
from typing import Any, Protocol

import torch
from PIL import Image

from toile.adapters.generators.control_images import control_image
from toile.adapters.generators.raster import fitted, mask_image, to_image, within_area
from toile.domain.painting import (
    GeneratorAbility,
    Inputs,
    MapKind,
    PaintRequest,
    Strengths,
    inputs_for,
)

# Three references of 1 MP make a step over five times dearer; at 512 x 512 not twice.
REFERENCE_AREA = 512 * 512


@dataclass(frozen=True)
class Prepared:
    """One request with its pictures at the size of the call."""

    prompt: str
    seed: int
    maps: tuple[tuple[MapKind, Image.Image], ...]
    references: tuple[Image.Image, ...]
    inputs: Inputs
    original: Image.Image | None
    mask: Image.Image | None


@dataclass(frozen=True)
class Pack:
    """Shots of equal shape that share one call."""

    shots: tuple[Prepared, ...]
    size: tuple[int, int]
    steps: int
    strengths: Strengths

    @property
    def edits(self) -> bool:
        """Tell whether the pack changes regions of originals."""
        return self.shots[0].mask is not None

    @property
    def kinds(self) -> tuple[MapKind, ...]:
        """Return the kinds of maps that every shot of the pack brings."""
        return tuple(kind for kind, _ in self.shots[0].maps)

    def column(self, kind: MapKind) -> list[Image.Image]:
        """Return one kind of map, one picture a shot."""
        return [dict(shot.maps)[kind] for shot in self.shots]


@dataclass(frozen=True)
class Call:
    """One call of a pipeline: the object, its arguments, and how to keep the shots apart."""

    pipe: Any
    arguments: dict[str, Any]
    apart: AbstractContextManager[None]


class Family(Protocol):
    """One kind of image model behind the shared painter."""

    @property
    def ability(self) -> GeneratorAbility: ...
    @property
    def base(self) -> Any: ...
    def modules(self) -> Iterable[torch.nn.Module]: ...
    def call(self, pack: Pack) -> Call: ...
    def unread(self, prompt: str) -> int: ...
    def latents_of(self, pixels: torch.Tensor) -> torch.Tensor: ...
    def unpacked(self, latents: torch.Tensor, size: tuple[int, int], /) -> torch.Tensor: ...


def prepared(ability: GeneratorAbility, request: PaintRequest, size: tuple[int, int]) -> Prepared:
    """Return the request with its maps drawn and its pictures fitted."""
    chosen = inputs_for(ability, request)
    return Prepared(
        prompt=request.prompt,
        seed=request.seed,
        maps=tuple((kind, control_image(kind, request, size)) for kind in chosen.maps),
        references=tuple(
            within_area(to_image(item.picture), REFERENCE_AREA, ability.multiple_of)
            for item in chosen.references
        ),
        inputs=chosen,
        original=fitted(to_image(request.original), size) if request.original else None,
        mask=mask_image(request.mask, size) if request.mask else None,
    )


def pack_of(
    ability: GeneratorAbility, requests: Sequence[PaintRequest], size: tuple[int, int]
) -> Pack:
    """Return requests of equal shape as one pack."""
    first = requests[0]
    return Pack(
        shots=tuple(prepared(ability, request, size) for request in requests),
        size=size,
        steps=first.steps or ability.steps,
        strengths=first.strengths,
    )


def sharing(kind: Any, base: Any, **more: Any) -> Any:
    """Return another pipeline over the same networks: nothing is copied and nothing cast.

    The library's own ``from_pipe`` casts the shared weights to float32 unless told otherwise, and
    warns when it is told.
    """
    wanted = signature(kind.__init__).parameters
    parts = {name: part for name, part in base.components.items() if name in wanted}
    facts = {name: base.config[name] for name in wanted if name in base.config}
    return kind(**(facts | parts | more))


def modules_of(*pipes: Any) -> Iterator[torch.nn.Module]:
    """Yield every network of the pipelines once, shared ones included once."""
    seen: set[int] = set()
    for pipe in pipes:
        for part in pipe.components.values():
            if isinstance(part, torch.nn.Module) and id(part) not in seen:
                seen.add(id(part))
                yield part


class PromptMemory:
    """Embeddings of prompts already read: the same words are encoded once, one prompt a time.

    Reading them one by one also keeps a pack's text equal to the text alone.
    """

    def __init__(self, most: int = 64) -> None:
        self._kept: dict[object, Any] = {}
        self._most = most

    def get(self, key: object) -> Any | None:
        """Return what was kept under the key, or ``None``."""
        return self._kept.get(key)

    def put(self, key: object, value: Any) -> Any:
        """Keep a value and forget the oldest beyond the most."""
        self._kept[key] = value
        while len(self._kept) > self._most:
            self._kept.pop(next(iter(self._kept)))
        return value

    def clear(self) -> None:
        """Forget every prompt, for example when twin weights change the text encoder."""
        self._kept.clear()

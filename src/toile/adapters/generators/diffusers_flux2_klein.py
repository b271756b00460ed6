"""FLUX.2 klein 4B: fast drafts from several reference pictures, and region edits.

Maps go in as reference pictures, named in the prompt by their place. diffusers 0.42.1 shares one
list of references over a pack, and in the inpaint pipeline splits it by shot when the counts
happen to agree: both put one twin's face into another's shot. ``_own_references`` encodes each
shot's own; it can go when the pipelines do.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import torch
from diffusers import Flux2KleinInpaintPipeline
from PIL import Image

from toile.adapters.generators.family import Call, Pack, Prepared, PromptMemory, modules_of, sharing
from toile.adapters.generators.places import with_places
from toile.domain.painting import GeneratorAbility

TEXT_LAYERS = (9, 18, 27)
MOST_TOKENS = 512


class Flux2KleinFamily:
    """Paints with a klein pipeline."""

    def __init__(
        self,
        base: Any,
        ability: GeneratorAbility,
        *,
        text_layers: tuple[int, ...] = TEXT_LAYERS,
        most_tokens: int = MOST_TOKENS,
    ) -> None:
        self._base = base
        self._ability = ability
        self._reading = {"text_encoder_out_layers": text_layers, "max_sequence_length": most_tokens}
        self._most_tokens = most_tokens
        self._prompts = PromptMemory()
        self._inpaint = sharing(Flux2KleinInpaintPipeline, base)

    @property
    def ability(self) -> GeneratorAbility:
        """Return what the family can do."""
        return self._ability

    @property
    def base(self) -> Any:
        """Return the pipeline that holds the weights."""
        return self._base

    def modules(self) -> Iterable[torch.nn.Module]:
        """Yield every network the family runs."""
        return modules_of(self._base)

    def call(self, pack: Pack) -> Call:
        """Return the pipeline for this pack and its arguments."""
        words = torch.cat([self._read(_words(shot, pack.edits)) for shot in pack.shots])
        arguments: dict[str, Any] = {"prompt_embeds": words, "guidance_scale": 1.0, **self._reading}
        pictures = [_pictures(shot) for shot in pack.shots]
        if pack.edits:
            arguments |= {
                "image": [shot.original for shot in pack.shots],
                "mask_image": [shot.mask for shot in pack.shots],
                "strength": pack.strengths.edit,
            }
            return Call(self._inpaint, arguments, _own_references(self._inpaint, pictures))
        if not pictures[0]:
            return Call(self._base, arguments, nullcontext())
        # Some list turns references on; a blank one, so that nobody's face is ever shared.
        arguments["image"] = [Image.new("RGB", (64, 64))]
        return Call(self._base, arguments, _own_references(self._base, pictures))

    def unread(self, prompt: str) -> int:
        """Return how many tokens of the prompt the text encoder cannot read."""
        return max(0, len(self._base.tokenizer(prompt).input_ids) - self._most_tokens)

    def latents_of(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return pixels of -1 to 1 in the denoiser's own latent space."""
        vae = self._base.vae
        encoded = self._base._encode_vae_image(pixels.to(vae.device, vae.dtype), generator=None)
        return torch.as_tensor(encoded)

    def unpacked(self, latents: torch.Tensor, size: tuple[int, int], /) -> torch.Tensor:
        """Return the sequence of patches as a picture-shaped tensor."""
        grid = int(self._base.vae_scale_factor) * 2
        rows, columns = size[1] // grid, size[0] // grid
        return latents.permute(0, 2, 1).reshape(latents.shape[0], -1, rows, columns)

    def _read(self, prompt: str) -> torch.Tensor:
        kept = self._prompts.get(prompt)
        if kept is not None:
            return torch.as_tensor(kept)
        device = self._base._execution_device
        words, _ = self._base.encode_prompt(prompt, device=device, **self._reading)
        return torch.as_tensor(self._prompts.put(prompt, words))


def _pictures(shot: Prepared) -> list[Image.Image]:
    return [image for _, image in shot.maps] + list(shot.references)


def _words(shot: Prepared, edits: bool) -> str:
    # In an edit the original itself is the first picture the model sees.
    return with_places(shot.prompt, shot.inputs.maps, shot.inputs.references, edits=edits)


@contextmanager
def _own_references(pipe: Any, pictures: list[list[Image.Image]]) -> Iterator[None]:
    encode = type(pipe).prepare_image_latents

    def each(
        images: list[torch.Tensor],
        batch_size: int,  # noqa: ARG001  the pipelines pass it by this name
        generator: Any,
        device: Any,
        dtype: Any,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        # The inpaint pipeline puts the encoded originals first, one row a shot.
        originals = images[0] if isinstance(pipe, Flux2KleinInpaintPipeline) else None
        parts = []
        for place, own in enumerate(pictures):
            given = [] if originals is None else [originals[place : place + 1]]
            given += [_tensor(pipe, image) for image in own]
            parts.append(encode(pipe, given, 1, generator, device, dtype))
        return torch.cat([part[0] for part in parts]), torch.cat([part[1] for part in parts])

    pipe.prepare_image_latents = each
    try:
        yield
    finally:
        del pipe.prepare_image_latents


def _tensor(pipe: Any, image: Image.Image) -> torch.Tensor:
    grid = int(pipe.vae_scale_factor) * 2
    height, width = image.height // grid * grid, image.width // grid * grid
    cut = pipe.image_processor.preprocess(image, height=height, width=width, resize_mode="crop")
    return torch.as_tensor(cut)

"""SDXL with ControlNet-Union and IP-Adapter: pose, depth and normals with strengths, references
and masks in one family, on cards of 8 to 12 GB.

diffusers 0.42.1 repeats packed IP-Adapter embeddings once a shot, which gives every shot every
face without an error. ``_own_faces`` hands each shot its own; it can go when the pipelines do.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

import torch
from diffusers import (
    StableDiffusionXLControlNetUnionInpaintPipeline,
    StableDiffusionXLControlNetUnionPipeline,
    StableDiffusionXLInpaintPipeline,
)
from PIL import Image

from toile.adapters.generators.family import (
    Call,
    Pack,
    Prepared,
    PromptMemory,
    modules_of,
    sharing,
)
from toile.domain.painting import GeneratorAbility, MapKind

# Control types of the published union network, by the order it was trained with.
CONTROL_MODE: dict[MapKind, int] = {"pose": 0, "depth": 1, "normals": 4, "regions": 5}


class SdxlFamily:
    """Paints with an SDXL pipeline; the control network and the adapter are optional parts."""

    def __init__(
        self,
        base: Any,
        ability: GeneratorAbility,
        *,
        control: Any | None = None,
        guidance: float = 5.0,
    ) -> None:
        self._base = base
        self._guidance = guidance
        self._prompts = PromptMemory()
        self._sees_faces = getattr(base.unet, "encoder_hid_proj", None) is not None
        self._pipes = _pipes(base, control)
        limits: dict[str, Any] = {} if control is not None else {"maps": (), "maps_together": 0}
        if not self._sees_faces:
            limits |= {"references": 0, "identity": "twin weights"}
        self._ability = ability.model_copy(update=limits)

    @property
    def ability(self) -> GeneratorAbility:
        """Return what the parts at hand can do."""
        return self._ability

    @property
    def base(self) -> Any:
        """Return the pipeline that holds the weights."""
        return self._base

    def modules(self) -> Iterable[torch.nn.Module]:
        """Yield every network the family runs."""
        return modules_of(*self._pipes.values())

    def call(self, pack: Pack) -> Call:
        """Return the pipeline for this pack and its arguments."""
        pipe = self._pipes[bool(pack.kinds), pack.edits]
        arguments = self._words(pack) | {"guidance_scale": self._guidance}
        if pack.kinds:
            arguments |= _control(pack)
        if pack.edits:
            arguments |= _region(pack)
        if not self._sees_faces:
            return Call(pipe, arguments, nullcontext())
        faces = self._faces(pipe, pack)
        return Call(pipe, arguments | {"ip_adapter_image_embeds": faces}, _own_faces(pipe, faces))

    def unread(self, prompt: str) -> int:
        """Return how many tokens of the prompt the text encoder cannot read."""
        tokenizer = self._base.tokenizer
        return max(0, len(tokenizer(prompt).input_ids) - int(tokenizer.model_max_length))

    def latents_of(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return pixels of -1 to 1 in the denoiser's own latent space."""
        vae = self._base.vae
        encoded = vae.encode(pixels.to(vae.device, vae.dtype)).latent_dist.mode()
        return torch.as_tensor(encoded * vae.config.scaling_factor)

    def unpacked(self, latents: torch.Tensor, _: tuple[int, int], /) -> torch.Tensor:
        """Return latents as a picture-shaped tensor."""
        return latents

    def _words(self, pack: Pack) -> dict[str, torch.Tensor]:
        read = [self._read(shot.prompt) for shot in pack.shots]
        names = ["prompt_embeds", "pooled_prompt_embeds"]
        if self._guidance > 1:
            names += ["negative_prompt_embeds", "negative_pooled_prompt_embeds"]
        return {name: torch.cat([words[name] for words in read]) for name in names}

    def _read(self, prompt: str) -> dict[str, torch.Tensor]:
        kept = self._prompts.get(prompt)
        if kept is not None:
            return dict(kept)
        words, no_words, pooled, no_pooled = self._base.encode_prompt(
            prompt,
            device=self._base._execution_device,
            num_images_per_prompt=1,
            do_classifier_free_guidance=self._guidance > 1,
        )
        read = {
            "prompt_embeds": words,
            "pooled_prompt_embeds": pooled,
            "negative_prompt_embeds": no_words,
            "negative_pooled_prompt_embeds": no_pooled,
        }
        return dict(self._prompts.put(prompt, read))

    def _faces(self, pipe: Any, pack: Pack) -> list[torch.Tensor]:
        """Return one tensor, negatives of all shots first, then each shot's own references."""
        with_references = bool(pack.shots[0].references)
        pipe.set_ip_adapter_scale(pack.strengths.reference if with_references else 0.0)
        each = [self._face(pipe, shot) for shot in pack.shots]
        if self._guidance <= 1:
            return [torch.cat(each)]
        return [torch.cat([one[:1] for one in each] + [one[1:] for one in each])]

    def _face(self, pipe: Any, shot: Prepared) -> torch.Tensor:
        # The adapter wants an embedding even when no reference is given; at scale 0 it is not read.
        images = list(shot.references) or [_blank(pipe)]
        embeds = type(pipe).prepare_ip_adapter_image_embeds(
            pipe, [images], None, pipe._execution_device, 1, self._guidance > 1
        )
        return torch.as_tensor(embeds[0])


def _pipes(base: Any, control: Any | None) -> dict[tuple[bool, bool], Any]:
    pipes = {(False, False): base, (False, True): sharing(StableDiffusionXLInpaintPipeline, base)}
    if control is None:
        return pipes
    union = StableDiffusionXLControlNetUnionPipeline
    union_inpaint = StableDiffusionXLControlNetUnionInpaintPipeline
    pipes[True, False] = sharing(union, base, controlnet=control)
    pipes[True, True] = sharing(union_inpaint, base, controlnet=control)
    return pipes


def _control(pack: Pack) -> dict[str, Any]:
    return {
        "control_image": [pack.column(kind) for kind in pack.kinds],
        "control_mode": [CONTROL_MODE[kind] for kind in pack.kinds],
        "controlnet_conditioning_scale": [pack.strengths.of(kind) for kind in pack.kinds],
        "control_guidance_end": [pack.strengths.until] * len(pack.kinds),
    }


def _region(pack: Pack) -> dict[str, Any]:
    return {
        "image": [shot.original for shot in pack.shots],
        "mask_image": [shot.mask for shot in pack.shots],
        "strength": pack.strengths.edit,
    }


def _blank(pipe: Any) -> Image.Image:
    size = int(pipe.image_encoder.config.image_size)
    return Image.new("RGB", (size, size))


@contextmanager
def _own_faces(pipe: Any, faces: list[torch.Tensor]) -> Iterator[None]:
    pipe.prepare_ip_adapter_image_embeds = lambda *_, **__: faces
    try:
        yield
    finally:
        del pipe.prepare_ip_adapter_image_embeds

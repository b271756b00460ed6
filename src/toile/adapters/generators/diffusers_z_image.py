"""Z-Image-Turbo with Fun-ControlNet-Union: exact pose or depth, one map a shot, masks.

It takes no pictures of a person: a twin's likeness comes from the twin's own weights, or from
nobody. Asked for eight steps it runs eight.
"""

from collections.abc import Iterable
from contextlib import nullcontext
from typing import Any

import torch
from diffusers import (
    ZImageControlNetInpaintPipeline,
    ZImageControlNetPipeline,
    ZImageInpaintPipeline,
)

from toile.adapters.generators.family import Call, Pack, PromptMemory, modules_of, sharing
from toile.domain.painting import GeneratorAbility

MOST_TOKENS = 512


class ZImageFamily:
    """Paints with a Z-Image pipeline; the control network is an optional part."""

    def __init__(
        self,
        base: Any,
        ability: GeneratorAbility,
        *,
        control: Any | None = None,
        most_tokens: int = MOST_TOKENS,
    ) -> None:
        self._base = base
        self._most_tokens = most_tokens
        self._prompts = PromptMemory()
        self._pipes = _pipes(base, control)
        limits: dict[str, Any] = {} if control is not None else {"maps": (), "maps_together": 0}
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
        arguments: dict[str, Any] = {
            "prompt_embeds": [self._read(shot.prompt) for shot in pack.shots],
            "guidance_scale": 0.0,
        }
        for kind in pack.kinds:
            arguments["control_image"] = pack.column(kind)
            arguments["controlnet_conditioning_scale"] = pack.strengths.of(kind)
        if pack.edits:
            arguments["image"] = [shot.original for shot in pack.shots]
            arguments["mask_image"] = [shot.mask for shot in pack.shots]
        if pack.edits and not pack.kinds:
            # The control pipeline repaints the whole region; only the plain one has a strength.
            arguments["strength"] = pack.strengths.edit
        return Call(self._pipes[bool(pack.kinds), pack.edits], arguments, nullcontext())

    def unread(self, prompt: str) -> int:
        """Return how many tokens of the prompt the text encoder cannot read."""
        return max(0, len(self._base.tokenizer(prompt).input_ids) - self._most_tokens)

    def latents_of(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return pixels of -1 to 1 in the denoiser's own latent space."""
        vae = self._base.vae
        encoded = vae.encode(pixels.to(vae.device, vae.dtype)).latent_dist.mode()
        shifted = (encoded - vae.config.shift_factor) * vae.config.scaling_factor
        return torch.as_tensor(shifted)

    def unpacked(self, latents: torch.Tensor, _: tuple[int, int], /) -> torch.Tensor:
        """Return latents as a picture-shaped tensor."""
        return latents

    def _read(self, prompt: str) -> torch.Tensor:
        kept = self._prompts.get(prompt)
        if kept is not None:
            return torch.as_tensor(kept)
        words, _ = self._base.encode_prompt(
            [prompt],
            device=self._base._execution_device,
            do_classifier_free_guidance=False,
            max_sequence_length=self._most_tokens,
        )
        return torch.as_tensor(self._prompts.put(prompt, words[0]))


def _pipes(base: Any, control: Any | None) -> dict[tuple[bool, bool], Any]:
    pipes = {(False, False): base, (False, True): sharing(ZImageInpaintPipeline, base)}
    if control is None:
        return pipes
    pipes[True, False] = sharing(ZImageControlNetPipeline, base, controlnet=control)
    pipes[True, True] = sharing(ZImageControlNetInpaintPipeline, base, controlnet=control)
    return pipes

"""Qwen-Image-Edit-Plus: finals from several references, edits by instruction.

The pipeline paints one shot a call, so no shot can meet another's references. It takes no mask:
a region is kept by putting the original back, and no strength: words alone say how much.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import torch
from PIL import Image

from toile.adapters.generators.family import Call, Pack, modules_of
from toile.adapters.generators.places import with_places
from toile.domain.painting import GeneratorAbility

# What the pipeline makes of every reference, in pixels, for its decoder and for its reader.
REFERENCE_AREAS = (1024 * 1024, 384 * 384)
_MOST_TOKENS = 1024
_MODULE = "diffusers.pipelines.qwenimage.pipeline_qwenimage_edit_plus"


class QwenEditFamily:
    """Paints with a Qwen edit pipeline."""

    def __init__(
        self,
        base: Any,
        ability: GeneratorAbility,
        *,
        guidance: float = 4.0,
        reference_areas: tuple[int, int] = REFERENCE_AREAS,
    ) -> None:
        self._base = base
        self._guidance = guidance
        self._areas = reference_areas
        self._ability = ability.model_copy(update={"largest_pack": 1})

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
        """Return the pipeline for this shot and its arguments."""
        (shot,) = pack.shots
        words = with_places(shot.prompt, shot.inputs.maps, shot.inputs.references, edits=pack.edits)
        pictures = [image for _, image in shot.maps] + list(shot.references)
        if shot.original is not None:
            pictures.insert(0, shot.original)
        arguments: dict[str, Any] = {
            "prompt": words,
            # An edit model needs a picture to start from; a blank one leaves all to the words.
            "image": pictures or [Image.new("RGB", pack.size, "white")],
            "true_cfg_scale": self._guidance,
            "max_sequence_length": _MOST_TOKENS,
        }
        if self._guidance > 1:
            arguments["negative_prompt"] = " "
        return Call(self._base, arguments, _references_at(self._areas))

    def unread(self, prompt: str) -> int:
        """Return how many tokens of the prompt the text encoder cannot read."""
        return max(0, len(self._base.tokenizer(prompt).input_ids) - _MOST_TOKENS)

    def latents_of(self, pixels: torch.Tensor) -> torch.Tensor:
        """Return pixels of -1 to 1 in the denoiser's own latent space."""
        vae = self._base.vae
        frames = pixels.to(vae.device, vae.dtype).unsqueeze(2)
        each = [self._base._encode_vae_image(frame[None], generator=None) for frame in frames]
        return torch.cat(each)[:, :, 0]

    def unpacked(self, latents: torch.Tensor, size: tuple[int, int], /) -> torch.Tensor:
        """Return the sequence of patches as a picture-shaped tensor."""
        scale = self._base.vae_scale_factor
        shaped = self._base._unpack_latents(latents, size[1], size[0], scale)
        return torch.as_tensor(shaped)[:, :, 0]


@contextmanager
def _references_at(areas: tuple[int, int]) -> Iterator[None]:
    # The pipeline knows these sizes as constants of its module and takes no argument for them.
    module: Any = import_module(_MODULE)
    before = module.VAE_IMAGE_SIZE, module.CONDITION_IMAGE_SIZE
    module.VAE_IMAGE_SIZE, module.CONDITION_IMAGE_SIZE = areas
    try:
        yield
    finally:
        module.VAE_IMAGE_SIZE, module.CONDITION_IMAGE_SIZE = before

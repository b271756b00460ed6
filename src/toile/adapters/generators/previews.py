"""The picture forming, each step, without the decoder: a linear map from latents to colour.

Fitted once to the family's own decoder by least squares, so it needs no extra weights. Knows
nothing of who looks at it; it hands over unmarked pixels and the caller marks them.
"""

from typing import Any

import numpy as np
import torch
from PIL import Image

from toile.adapters.generators.family import Family, Prepared

_SAMPLES = 6
_SIDE = 128


class LatentColours:
    """Turns a family's latents into small pictures."""

    def __init__(self, family: Family) -> None:
        self._family = family
        self._weights: torch.Tensor | None = None
        self._before: tuple[float, torch.Tensor] | None = None

    def start(self) -> None:
        """Forget the step before: a new call begins."""
        self._before = None

    def forming(
        self, latents: torch.Tensor, noise: float, size: tuple[int, int]
    ) -> list[Image.Image]:
        """Return what each shot is heading for, judged from this step and the one before.

        ``noise`` is the scheduler's sigma after this step. Two steps give the direction of travel,
        and following it to zero noise shows the picture long before the last step.
        """
        shaped = self._family.unpacked(latents, size).detach().float().cpu()
        heading = shaped
        if self._before is not None and self._before[1].shape == shaped.shape:
            earlier_noise, earlier = self._before
            if earlier_noise > noise > 0:
                heading = shaped - noise * (shaped - earlier) / (noise - earlier_noise)
        self._before = (noise, shaped)
        return [self._picture(one) for one in heading]

    def _picture(self, latents: torch.Tensor) -> Image.Image:
        channels, height, width = latents.shape
        rows = torch.cat([latents.reshape(channels, -1), torch.ones(1, height * width)]).T
        colour = (rows @ self._fitted()).clamp(0, 1).mul(255).round().to(torch.uint8)
        return Image.fromarray(colour.reshape(height, width, 3).numpy(), "RGB")

    def _fitted(self) -> torch.Tensor:
        if self._weights is None:
            self._weights = self._fit()
        return self._weights

    @torch.inference_mode()
    def _fit(self) -> torch.Tensor:
        pixels = _smooth_colours()
        # Inside a callback the offload hooks own the device, so the family moves what it must.
        latents = self._family.latents_of(pixels).float().cpu()
        small = torch.nn.functional.interpolate(pixels, latents.shape[-2:], mode="area")
        rows = latents.permute(0, 2, 3, 1).reshape(-1, latents.shape[1])
        rows = torch.cat([rows, torch.ones(len(rows), 1)], dim=1)
        colour = (small.permute(0, 2, 3, 1).reshape(-1, 3) + 1) / 2
        return torch.as_tensor(torch.linalg.lstsq(rows, colour, driver="gelsd").solution)


def noise_left(pipe: Any, index: int) -> float:
    """Return the scheduler's sigma after this step of this call."""
    sigmas = pipe.scheduler.sigmas
    skipped = len(sigmas) - 1 - int(pipe.num_timesteps)
    return float(sigmas[min(len(sigmas) - 1, skipped + index + 1)])


def over_original(image: Image.Image, shot: Prepared, size: tuple[int, int]) -> Image.Image:
    """Return the forming picture, inside the region only when a region is being edited."""
    if shot.original is None or shot.mask is None:
        return image.resize((size[0] // 2, size[1] // 2), Image.Resampling.BICUBIC)
    return Image.composite(image.resize(size, Image.Resampling.BICUBIC), shot.original, shot.mask)


def _smooth_colours() -> torch.Tensor:
    """Return a few pictures of soft colour fields, the same ones every time, from -1 to 1."""
    chance = np.random.default_rng(0)
    fields = torch.from_numpy(chance.uniform(-1, 1, (_SAMPLES, 3, 9, 9)).astype(np.float32))
    size = (_SIDE, _SIDE)
    return torch.nn.functional.interpolate(fields, size, mode="bicubic").clamp(-1, 1)

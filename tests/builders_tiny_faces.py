"""Two tiny real networks in ONNX: a finder with the shape of YuNet, and a reader of 112 x 112.

The finder takes a pure red cell of eight pixels for the middle of a face that looks at the camera,
pure green for a face that is turned away and pure blue for a small one. The reader tells faces
apart by their colours.
"""

import math
import warnings
from pathlib import Path
from typing import Literal

import numpy as np
import torch
from torch import nn

from toile.domain.pictures import Picture

FACE = 96
Kind = Literal["looking", "turned", "small"]
_MIDDLES: dict[Kind, tuple[int, int, int]] = {
    "looking": (255, 0, 0),
    "turned": (0, 255, 0),
    "small": (0, 0, 255),
}
_STRIDES = (8, 16, 32)
# Right and left eye, nose, corners of the mouth: from the middle of the face, in cells.
_LOOKING = ((-2.0, -1.5), (2.0, -1.5), (0.0, 0.5), (-1.5, 2.5), (1.5, 2.5))
_TURNED = ((-2.0, -1.5), (2.0, -1.5), (2.5, 0.5), (-1.5, 2.5), (1.5, 2.5))


class Finder(nn.Module):
    """Return the twelve outputs of a YuNet; only cells of eight pixels ever hold a face."""

    def forward(self, bgr: torch.Tensor) -> tuple[torch.Tensor, ...]:
        """Return scores twice, boxes and points of every cell, stride by stride."""
        made = [self._at(bgr, stride) for stride in _STRIDES]
        return tuple(of_stride[kind] for kind in range(4) for of_stride in made)

    def _at(self, bgr: torch.Tensor, stride: int) -> tuple[torch.Tensor, ...]:
        cells = nn.functional.avg_pool2d(bgr, stride).flatten(2).transpose(1, 2) / 255
        none = cells[..., :1] * 0
        small, aside, looks = (_only(cells, at) if stride == 8 else none for at in range(3))
        size = torch.tensor([0.5, 0.5, math.log(FACE / 8), math.log(FACE / 8)])
        less = torch.tensor([0.0, 0.0, math.log(4), math.log(4)])
        points = (looks + small) * _flat(_LOOKING) + aside * _flat(_TURNED)
        return looks + aside + small, none + 1, none + size - small * less, points + 0.5


class Reader(nn.Module):
    """Return the colours of sixteen parts of a face as its vector."""

    def forward(self, rgb: torch.Tensor) -> torch.Tensor:
        """Return 48 numbers of one picture of 112 x 112 pixels, -1 to 1."""
        return nn.functional.avg_pool2d(rgb, 28).flatten(1)


def tiny_finder(file: Path) -> Path:
    """Write the finder and return its file."""
    names = [f"{kind}_{stride}" for kind in ("cls", "obj", "bbox", "kps") for stride in _STRIDES]
    size = {2: "height", 3: "width"}
    _written(Finder(), torch.zeros(1, 3, 64, 64), file, names, {"input": size})
    return file


def tiny_reader(file: Path) -> Path:
    """Write the reader and return its file."""
    _written(Reader(), torch.zeros(1, 3, 112, 112), file, ["vector"], {})
    return file


def a_portrait(*skin: tuple[int, int, int], kind: Kind = "looking") -> Picture:
    """Return a picture with one flat face a colour, side by side."""
    pixels = np.full((192, 192 * max(1, len(skin)), 3), 40, np.uint8)
    for place, colour in enumerate(skin):
        left, top = 192 * place + 48, 48
        pixels[top : top + FACE, left : left + FACE] = colour
        pixels[top : top + FACE // 2, left : left + FACE // 2] //= 2
        middle = slice(96, 104), slice(192 * place + 96, 192 * place + 104)
        pixels[middle] = _MIDDLES[kind]
    return Picture(pixels.shape[1], 192, pixels.tobytes())


def _only(cells: torch.Tensor, channel: int) -> torch.Tensor:
    others = cells.sum(-1, keepdim=True) - cells[..., channel : channel + 1]
    return torch.relu(2 * (cells[..., channel : channel + 1] - others) - 1)


def _flat(points: tuple[tuple[float, float], ...]) -> torch.Tensor:
    return torch.tensor(points).flatten()


def _written(
    net: nn.Module,
    sample: torch.Tensor,
    file: Path,
    outputs: list[str],
    axes: dict[str, dict[int, str]],
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            net, (sample,), str(file), dynamo=False,
            input_names=["input"], output_names=outputs, dynamic_axes=axes,
        )  # fmt: skip

"""Pictures as arrays: fitting, putting an original back outside a mask, measuring what moved.

Knows nothing of models. Nothing here writes to disk.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageFilter

from toile.domain.maps import Mask
from toile.domain.painting import Drift
from toile.domain.pictures import Picture

Pixels = npt.NDArray[np.uint8]


def to_image(picture: Picture) -> Image.Image:
    """Return the picture as a PIL image."""
    return Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)


def to_picture(image: Image.Image) -> Picture:
    """Return a PIL image as a picture in memory."""
    return Picture(image.width, image.height, image.convert("RGB").tobytes())


def mask_image(mask: Mask, size: tuple[int, int]) -> Image.Image:
    """Return the mask as a grey image of the given size."""
    image = Image.frombytes("L", (mask.width, mask.height), mask.alpha)
    return image if image.size == size else image.resize(size, Image.Resampling.BILINEAR)


def fitted(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Return the image at exactly that size."""
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def within_area(image: Image.Image, area: int, grid: int) -> Image.Image:
    """Return the image at no more than ``area`` pixels, sides on the grid, shape kept."""
    scale = min(1.0, (area / (image.width * image.height)) ** 0.5)
    sides = [max(grid, round(side * scale / grid) * grid) for side in image.size]
    return fitted(image, (sides[0], sides[1]))


def pasted_back(
    original: Image.Image, painted: Image.Image, mask: Image.Image
) -> tuple[Image.Image, Drift]:
    """Return the painting inside the mask and the original outside it, with the drift measured.

    The edge is softened towards the inside only, so that a pixel of alpha 0 is the original's.
    """
    alpha = np.asarray(mask, np.float32)
    soft = np.asarray(mask.filter(ImageFilter.BoxBlur(_feather(mask.size))), np.float32)
    weight = np.where(alpha > 0, np.minimum(alpha, soft), 0.0)[..., None] / 255.0
    before = np.asarray(original, np.float32)
    after = np.asarray(painted, np.float32)
    mixed = np.rint(before + (after - before) * weight).astype(np.uint8)
    return Image.fromarray(mixed, "RGB"), _drift(before, after, mixed, alpha)


def _feather(size: tuple[int, int]) -> int:
    return max(1, min(size) // 128)


def _drift(
    before: npt.NDArray[np.float32],
    after: npt.NDArray[np.float32],
    mixed: Pixels,
    alpha: npt.NDArray[np.float32],
) -> Drift:
    outside = alpha == 0
    share = 1.0 - float(outside.mean())
    if not outside.any():
        return Drift(raw_mean=0.0, raw_most=0, kept_most=0, changed_share=share)
    raw = np.abs(after - before)[outside]
    kept = np.abs(mixed.astype(np.float32) - before)[outside]
    return Drift(
        raw_mean=round(float(raw.mean()), 3),
        raw_most=int(raw.max()),
        kept_most=int(kept.max()),
        changed_share=round(share, 4),
    )


def variety(pictures: Sequence[Picture]) -> float | None:
    """Return how unlike each other the pictures of a sheet are, 0 to 1, or ``None`` for one.

    Mean pairwise distance of small colour and edge thumbnails: it sees composition, light and
    colour, not meaning, and 0 means the same picture.
    """
    if len(pictures) < 2:
        return None
    apart = distances(pictures)
    gaps = [apart[i][j] for i in range(len(apart)) for j in range(i + 1, len(apart))]
    return round(min(1.0, sum(gaps) / len(gaps)), 4)


def distances(pictures: Sequence[Picture]) -> tuple[tuple[float, ...], ...]:
    """Return how unlike each picture is to each, 0 to 1, as ``variety`` measures it."""
    prints = np.stack([_print(to_image(picture)) for picture in pictures])
    return tuple(
        tuple(min(1.0, float(np.abs(one - two).mean())) for two in prints) for one in prints
    )


def _print(image: Image.Image) -> npt.NDArray[np.float32]:
    small = np.asarray(image.resize((24, 24), Image.Resampling.BOX).convert("LAB"), np.float32)
    light = small[..., 0] / 255.0
    edges = np.stack(np.gradient(light), axis=-1) * 2.0
    return np.concatenate([small / 255.0, edges], axis=-1)

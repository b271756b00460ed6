"""The marks that people see: the DRAFT line across the picture and the AI disclosure chip.

Knows no ids, keys or files. Which words and which icon a duty asks for is decided elsewhere;
here they are drawn so that they can be read on light and on dark, and after a crop.
"""

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.lettering import Mask, icon, pill, words
from toile.domain.errors import BadInput
from toile.domain.marks import IconKind, OverlayStyle

Pixels = npt.NDArray[np.uint8]
_Layer = npt.NDArray[np.float32]

_SMALLEST_LETTER: Final = 8
_MIDDLE_GREY: Final = 120.0
_CHIP_PAPER, _CHIP_INK = 18.0, 255.0
_CHIP_OPACITY: Final = 0.78
_HALO: Final = 0.45
_HAIRLINE: Final = 0.55


class VisibleOverlay:
    """Draws both marks. There is no way to call it without a label."""

    def apply(
        self,
        pixels: Pixels,
        *,
        label: str,
        disclosure: str | None,
        icon: IconKind | None,
        style: OverlayStyle,
    ) -> Pixels:
        """Return a marked copy, same shape.

        ``label`` is repeated along diagonals so that any crop of a quarter still holds one;
        ``disclosure`` and ``icon`` stand in one corner, either or both may be absent.
        """
        if not label.strip():
            raise BadInput("A draft cannot be marked without a label.")
        layer = pixels.astype(np.float32)
        layer = _with_lines(layer, label, style)
        if disclosure or icon:
            layer = _with_chip(layer, disclosure or "", icon, style)
        return np.clip(np.rint(layer), 0, 255).astype(np.uint8)


def _with_lines(layer: _Layer, label: str, style: OverlayStyle) -> _Layer:
    height, width = layer.shape[:2]
    letter = max(_SMALLEST_LETTER, round(style.letter_height * min(height, width)))
    ink = _slanted(_lines(label, letter, style, (height, width)), style, (height, width))
    halo = np.clip(cv2.GaussianBlur(ink, (0, 0), letter * 0.11) * 1.7, 0, 1) * (1 - ink)
    towards = _contrasting(layer, letter)
    strength = np.float32(style.opacity)
    layer = _mixed(layer, 255 - towards, halo * strength * np.float32(_HALO))
    return _mixed(layer, towards, ink * strength)


def _contrasting(layer: _Layer, letter: int) -> _Layer:
    """Return white where the picture is dark around a letter and black where it is light."""
    luma = cv2.cvtColor(layer, cv2.COLOR_RGB2GRAY)
    around = cv2.blur(luma, (4 * letter + 1, 4 * letter + 1))
    # A soft change of ink would pass through the grey of the picture itself and vanish.
    return np.where(around < _MIDDLE_GREY, np.float32(255), np.float32(0))


def _lines(label: str, letter: int, style: OverlayStyle, size: tuple[int, int]) -> Mask:
    """Return an unturned sheet, a square as wide as the picture's diagonal, full of lines."""
    side = int(np.ceil(np.hypot(*size))) + 2
    text = words(label, letter)
    gap = 3 * letter
    pitch = max(round(style.spacing * min(size)), round(2.2 * letter))
    sheet = np.zeros((side, side), np.float32)
    for row, top in enumerate(range(-pitch // 3, side, pitch)):
        # Half a step to the side in every other row: no clear strip remains between columns.
        step = text.shape[1] + 2 * gap
        for left in range(-(row % 2) * step // 2, side, step):
            _stamp(sheet, text, top, left)
            rule = np.full((max(1, letter // 14), gap), _HAIRLINE, np.float32)
            _stamp(sheet, rule, top + text.shape[0] // 2, left + text.shape[1] + gap // 2)
    return sheet


def _stamp(sheet: Mask, mask: Mask, top: int, left: int) -> None:
    y, x = max(0, top), max(0, left)
    window = sheet[y : max(y, top + mask.shape[0]), x : max(x, left + mask.shape[1])]
    window[:] = mask[y - top :, x - left :][: window.shape[0], : window.shape[1]]


def _slanted(sheet: Mask, style: OverlayStyle, size: tuple[int, int]) -> Mask:
    height, width = size
    centre = sheet.shape[0] / 2
    turn = cv2.getRotationMatrix2D((centre, centre), style.angle_degrees, 1.0)
    turn[:, 2] += (width / 2 - centre, height / 2 - centre)
    turned = cv2.warpAffine(sheet, turn, (width, height), flags=cv2.INTER_LINEAR)
    return np.asarray(turned, dtype=np.float32)


def _mixed(layer: _Layer, towards: _Layer | float, share: Mask) -> _Layer:
    colour = towards[..., None] if isinstance(towards, np.ndarray) else np.float32(towards)
    return np.asarray(layer + (colour - layer) * share[..., None], dtype=np.float32)


def _with_chip(layer: _Layer, text: str, kind: IconKind | None, style: OverlayStyle) -> _Layer:
    height, width = layer.shape[:2]
    letter = max(_SMALLEST_LETTER + 1, round(0.019 * min(height, width)))
    margin = max(4, letter)
    ink = _chip_ink(text, kind, letter)
    if ink.shape[1] > width - 2 * margin:
        share = (width - 2 * margin) / ink.shape[1]
        smaller = cv2.resize(ink, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        ink = np.asarray(smaller, dtype=np.float32)
    paper = pill(*ink.shape)
    top = margin if style.chip_corner.startswith("top") else height - margin - ink.shape[0]
    left = margin if style.chip_corner.endswith("left") else width - margin - ink.shape[1]
    if top < 0 or left < 0:
        raise BadInput("The picture is too small to carry its disclosure.")
    window = np.s_[top : top + ink.shape[0], left : left + ink.shape[1]]
    result = layer.copy()
    result[window] = _mixed(result[window], _CHIP_PAPER, paper * np.float32(_CHIP_OPACITY))
    result[window] = _mixed(result[window], _CHIP_INK, ink)
    return result


def _chip_ink(text: str, kind: IconKind | None, letter: int) -> Mask:
    """Return icon and words side by side with room around them."""
    room, side = letter, round(letter * 1.9)
    parts = [icon(kind, side)] if kind else []
    if text:
        parts.append(words(text, letter))
    height = side + room
    width = sum(part.shape[1] for part in parts) + room * (len(parts) + 1)
    ink, left = np.zeros((height, width), np.float32), room
    for part in parts:
        top = max(0, (height - part.shape[0]) // 2)
        ink[top : top + part.shape[0], left : left + part.shape[1]] = part[: height - top]
        left += part.shape[1] + room
    return ink

"""The marks that people see: the DRAFT line across the picture and the AI disclosure chip.

Knows no ids, keys or files. Which words and which icon a duty asks for is decided elsewhere;
here they are drawn so that they can be read on light and on dark, and after a crop.
"""

from typing import Final

import cv2
import numba
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.lettering import Mask, icon, pill, words
from toile.domain.errors import BadInput
from toile.domain.marks import IconKind, OverlayStyle

Pixels = npt.NDArray[np.uint8]
# How far each pixel is covered, 0 to 255: a sheet of lines is large, and bytes are quick.
_Cover = npt.NDArray[np.uint8]
_Shades = npt.NDArray[np.float32]

_SMALLEST_LETTER: Final = 8
_MIDDLE_GREY: Final = 120.0
# Paper and ink of the chip. Paper this thick leaves words 7 to 1 of contrast on any picture.
_CHIP: Final = {"dark": (18.0, 255.0), "light": (248.0, 12.0)}
_CHIP_OPACITY: Final = 0.78
_BETWEEN: Final = " · "
_HALO: Final = 0.45
_SPREAD: Final = 1.7
_HAIRLINE: Final = 140


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
        marked = _with_lines(np.ascontiguousarray(pixels), label, style)
        if disclosure or icon:
            _put_chip(marked, disclosure or "", icon, style)
        return marked


def _with_lines(pixels: Pixels, label: str, style: OverlayStyle) -> Pixels:
    height, width = pixels.shape[:2]
    letter = max(_SMALLEST_LETTER, round(style.letter_height * min(height, width)))
    ink = _slanted(_lines(label, letter, style, (height, width)), style, (height, width))
    around = np.asarray(cv2.GaussianBlur(ink, (0, 0), letter * 0.11), dtype=np.uint8)
    return _inked(pixels, _dark(pixels, letter), ink, around, style.opacity)


def _dark(pixels: Pixels, letter: int) -> npt.NDArray[np.bool_]:
    """Return where the picture is dark around a letter: there ink is white, elsewhere black."""
    luma = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    around = cv2.blur(luma, (4 * letter + 1, 4 * letter + 1))
    # A soft change of ink would pass through the grey of the picture itself and vanish.
    return np.asarray(around < _MIDDLE_GREY)


@numba.njit(cache=True)
def _inked(
    pixels: Pixels, dark: npt.NDArray[np.bool_], ink: _Cover, around: _Cover, opacity: float
) -> Pixels:
    """Return the pixels with ink over a halo of the opposite shade."""
    marked = pixels.copy()
    for row in range(ink.shape[0]):
        for column in range(ink.shape[1]):
            if around[row, column] == 0 and ink[row, column] == 0:
                continue
            inked = ink[row, column] / np.float32(255)
            spread = min(np.float32(1), around[row, column] * np.float32(_SPREAD / 255))
            halo = spread * (1 - inked) * np.float32(opacity * _HALO)
            inked *= np.float32(opacity)
            towards = np.float32(255) if dark[row, column] else np.float32(0)
            for channel in range(3):
                shade = np.float32(pixels[row, column, channel])
                shade += (255 - towards - shade) * halo
                shade += (towards - shade) * inked
                marked[row, column, channel] = np.uint8(min(max(shade + 0.5, 0), 255))
    return marked


def _lines(label: str, letter: int, style: OverlayStyle, size: tuple[int, int]) -> _Cover:
    """Return an unturned sheet, a square as wide as the picture's diagonal, full of lines."""
    side = int(np.ceil(np.hypot(*size))) + 2
    text = _bytes(words(label, letter))
    gap = 3 * letter
    rule = np.full((max(1, letter // 14), gap), _HAIRLINE, np.uint8)
    pitch = max(round(style.spacing * min(size)), round(2.2 * letter))
    sheet = np.zeros((side, side), np.uint8)
    for row, top in enumerate(range(-pitch // 3, side, pitch)):
        # Half a step to the side in every other row: no clear strip remains between columns.
        step = text.shape[1] + 2 * gap
        for left in range(-(row % 2) * step // 2, side, step):
            _stamp(sheet, text, top, left)
            _stamp(sheet, rule, top + text.shape[0] // 2, left + text.shape[1] + gap // 2)
    return sheet


def _stamp(sheet: _Cover, mask: _Cover, top: int, left: int) -> None:
    y, x = max(0, top), max(0, left)
    window = sheet[y : max(y, top + mask.shape[0]), x : max(x, left + mask.shape[1])]
    window[:] = mask[y - top :, x - left :][: window.shape[0], : window.shape[1]]


def _slanted(sheet: _Cover, style: OverlayStyle, size: tuple[int, int]) -> _Cover:
    height, width = size
    centre = sheet.shape[0] / 2
    turn = cv2.getRotationMatrix2D((centre, centre), style.angle_degrees, 1.0)
    turn[:, 2] += (width / 2 - centre, height / 2 - centre)
    turned = cv2.warpAffine(sheet, turn, (width, height), flags=cv2.INTER_LINEAR)
    return np.asarray(turned, dtype=np.uint8)


def _bytes(mask: Mask) -> _Cover:
    return np.asarray(np.rint(mask * np.float32(255)), dtype=np.uint8)


def _put_chip(pixels: Pixels, text: str, kind: IconKind | None, style: OverlayStyle) -> None:
    height, width = pixels.shape[:2]
    letter = max(_SMALLEST_LETTER + 1, round(style.chip_height * min(height, width)))
    margin = max(4, letter)
    ink = _chip_ink(text, kind, letter, width - 2 * margin)
    if ink.shape[1] > width - 2 * margin:
        share = (width - 2 * margin) / ink.shape[1]
        smaller = cv2.resize(ink, None, fx=share, fy=share, interpolation=cv2.INTER_AREA)
        ink = np.asarray(smaller, dtype=np.float32)
    top = margin if style.chip_corner.startswith("top") else height - margin - ink.shape[0]
    left = margin if style.chip_corner.endswith("left") else width - margin - ink.shape[1]
    if top < 0 or left < 0:
        raise BadInput("The picture is too small to carry its disclosure.")
    window = pixels[top : top + ink.shape[0], left : left + ink.shape[1]]
    paper, shade = _CHIP[style.chip]
    chip = _mixed(window, paper, pill(ink.shape[0], ink.shape[1]) * np.float32(_CHIP_OPACITY))
    window[:] = np.clip(np.rint(_mixed(chip, shade, ink)), 0, 255).astype(np.uint8)


def _mixed(below: Pixels | _Shades, shade: float, share: Mask) -> _Shades:
    return np.asarray(below + (np.float32(shade) - below) * share[..., None], dtype=np.float32)


def _chip_ink(text: str, kind: IconKind | None, letter: int, widest: int) -> Mask:
    """Return icon and words side by side with room around them.

    Words in several languages take a line more rather than smaller letters.
    """
    room, side = letter, round(letter * 1.9)
    beside = side + room if kind else 0
    lines = [words(line, letter) for line in _broken(text, letter, widest - 2 * room - beside)]
    pitch = round(letter * 1.9)
    height = max(side, pitch * len(lines)) + room
    width = beside + room + max((line.shape[1] + room for line in lines), default=0)
    ink = np.zeros((height, width), np.float32)
    if kind:
        _lay(ink, icon(kind, side), (height - side) // 2, room)
    first = (height - pitch * len(lines)) // 2
    for number, line in enumerate(lines):
        _lay(ink, line, first + number * pitch + (pitch - line.shape[0]) // 2, room + beside)
    return ink


def _broken(text: str, letter: int, widest: int) -> list[str]:
    """Return the words as lines, broken between two languages only."""
    lines: list[str] = []
    for part in filter(None, text.split(_BETWEEN)):
        longer = _BETWEEN.join((*lines[-1:], part))
        fits = bool(lines) and words(longer, letter).shape[1] <= widest
        lines = [*lines[:-1], longer] if fits else [*lines, part]
    return lines


def _lay(ink: Mask, mask: Mask, top: int, left: int) -> None:
    top = max(0, top)
    ink[top : top + mask.shape[0], left : left + mask.shape[1]] = mask[: len(ink) - top]

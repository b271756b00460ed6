"""Draws words and icons as coverage masks with the fonts bundled here. Knows no pictures.

A mask is ``float32`` of shape (height, width), 0 clear to 1 covered.
"""

from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from toile.domain.errors import BadInput
from toile.domain.marks import IconKind

Mask = npt.NDArray[np.float32]

_LATIN: Final = "Inter-Medium-Subset.otf"
_EAST_ASIAN: Final = "NotoSansCJK-Regular-Subset.otf"
_FINER: Final = 4


@lru_cache(maxsize=2)
def _font_bytes(name: str) -> bytes:
    return (files("toile") / "data" / "fonts" / name).read_bytes()


@lru_cache(maxsize=64)
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(
        BytesIO(_font_bytes(name)), size, layout_engine=ImageFont.Layout.BASIC
    )


@lru_cache(maxsize=1024)
def _draws(name: str, letter: str) -> bool:
    """Whether a bundled font has this letter; one it lacks comes out as its empty box."""
    font = _font(name, 16)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\ue123"))


def _runs(text: str) -> list[tuple[str, str]]:
    """Return the text cut into (font, words) runs."""
    runs: list[tuple[str, str]] = []
    for letter in text:
        name = next((name for name in (_LATIN, _EAST_ASIAN) if _draws(name, letter)), None)
        if name is None:
            raise BadInput(
                f"The letter {letter!r} of a label cannot be drawn.",
                hint="Use Latin, Greek or Cyrillic letters, or the words of the disclosure rules.",
            )
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + letter)
        else:
            runs.append((name, letter))
    return runs


@lru_cache(maxsize=64)
def words(text: str, height: int) -> Mask:
    """Return one line of text whose capitals are about ``height`` pixels high, tightly cut."""
    size = max(1, round(height * 1.36)) * _FINER
    runs = [(_font(name, size), run) for name, run in _runs(text)]
    width = round(sum(font.getlength(run) for font, run in runs)) + 2 * _FINER
    line = Image.new("L", (width, round(size * 1.4)))
    pen, at = ImageDraw.Draw(line), float(_FINER)
    for font, run in runs:
        pen.text((at, size * 1.06), run, font=font, fill=255, anchor="ls")
        at += font.getlength(run)
    mask = _shrunk(line)
    mask.setflags(write=False)
    return mask


def icon(kind: IconKind, side: int) -> Mask:
    """Return the AI sign: outlined = AI was used, filled = made by AI, half = changed by AI.

    The three kinds follow the EU code of practice on marking AI content; the drawing is ours.
    """
    big = side * _FINER
    sign = Image.new("L", (big, big))
    pen, line, corner = ImageDraw.Draw(sign), max(1, big // 13), big // 4
    box = (0, 0, big - 1, big - 1)
    pen.rounded_rectangle(box, corner, outline=255, width=line)
    letters = Image.new("L", (big, big))
    font = _font(_LATIN, round(big * 0.56))
    ImageDraw.Draw(letters).text((big / 2, big / 2), "AI", font=font, fill=255, anchor="mm")
    filled = Image.new("L", (big, big))
    if kind == "generated":
        ImageDraw.Draw(filled).rounded_rectangle(box, corner, fill=255)
    elif kind == "modified":
        ImageDraw.Draw(filled).rounded_rectangle(box, corner, fill=255)
        filled.paste(0, (0, 0, big // 2, big))
    inside = np.maximum(np.asarray(sign), np.asarray(filled)).astype(np.int16)
    # Letters are cut out of what is filled and drawn on what is clear.
    both = np.abs(inside - np.asarray(letters).astype(np.int16)).astype(np.uint8)
    return _shrunk(Image.fromarray(both, "L"))


def pill(height: int, width: int) -> Mask:
    """Return a filled shape with round ends."""
    shape = Image.new("L", (width * _FINER, height * _FINER))
    box = (0, 0, width * _FINER - 1, height * _FINER - 1)
    ImageDraw.Draw(shape).rounded_rectangle(box, height * _FINER // 3, fill=255)
    return _shrunk(shape)


def _shrunk(mask: Image.Image) -> Mask:
    size = (max(1, mask.width // _FINER), max(1, mask.height // _FINER))
    smaller = mask.resize(size, Image.Resampling.BOX)
    return np.asarray(smaller, dtype=np.float32) / np.float32(255)

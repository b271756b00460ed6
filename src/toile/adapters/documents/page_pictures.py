"""A page of a PDF as a picture, with a cited passage marked on it. Knows no library."""

import io
import re

import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from toile.adapters.documents.limits import damaged
from toile.adapters.pdfium import PdfiumError, drawn, opened
from toile.domain.errors import NotFound

_LONGEST = 2_400
_MARK = (166, 61, 47, 60)
# Enough words to be found once, few enough to stay on one line.
_WORDS_SOUGHT = 4


def page_picture(data: bytes, name: str, page: int, quote: str = "", width: int = 1_200) -> bytes:
    """Return page ``page`` (from 1) as PNG. Raises NotFound for a page that is not there."""
    try:
        with opened(data) as book:
            if not 1 <= page <= len(book):
                raise NotFound(f"{name} has no page {page}.", hint=f"It has {len(book)}.")
            sheet = book[page - 1]
            scale = min(width, _LONGEST) / sheet.get_width()
            picture = Image.fromarray(drawn(sheet, scale)).convert("RGBA")
            boxes = [box for line in quote.split("\n") for box in _boxes(sheet, line)]
            high = sheet.get_height()
    except PdfiumError as error:
        raise damaged(name, "a PDF") from error
    marked = _marked(picture, boxes, scale, high)
    out = io.BytesIO()
    marked.convert("RGB").save(out, "PNG")
    return out.getvalue()


def _boxes(sheet: pdfium.PdfPage, line: str) -> list[tuple[float, float, float, float]]:
    """Return where the words of a line stand, in points from the lower left."""
    text = sheet.get_textpage()
    try:
        boxes = []
        words = re.sub(r"^\w+: |; \w[\w ]*: ", " ", line).split()
        for start in range(0, len(words), _WORDS_SOUGHT):
            found = text.search(" ".join(words[start : start + _WORDS_SOUGHT])).get_next()
            if found is not None:
                at, count = found
                for no in range(text.count_rects(at, count)):
                    boxes.append(text.get_rect(no))
        return boxes
    finally:
        text.close()


def _marked(
    picture: Image.Image,
    boxes: list[tuple[float, float, float, float]],
    scale: float,
    height: float,
) -> Image.Image:
    layer = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for left, bottom, right, top in boxes:
        place = (left - 2, height - top - 1, right + 2, height - bottom + 1)
        pen.rectangle([side * scale for side in place], fill=_MARK)
    return Image.alpha_composite(picture, layer)

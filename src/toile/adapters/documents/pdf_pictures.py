"""Pictures of a PDF page, raster or drawn, each cut out with the caption under it."""

import io
from typing import Any

from PIL import Image

from toile.adapters.documents.layout import Line
from toile.adapters.pdfium import drawn, opened
from toile.domain.guidelines import BookPicture

Box = tuple[float, float, float, float]
_SMALLEST = 28.0
_SCALE = 2.0
_MOST_SHAPES = 3_000


def pictures_of(
    page: Any, no: int, data: bytes, lines: list[Line], tables: list[Box]
) -> list[BookPicture]:
    """Return the pictures of one page, larger than a thumbnail and smaller than the page."""
    shapes = [box for box in _shapes(page) if not any(_within(box, table) for table in tables)]
    boxes = _merged([box for box in shapes if _is_picture(box, page)])
    boxes = [box for box in boxes if _is_picture(box, page) and min(_sides(box)) >= _SMALLEST]
    if not boxes:
        return []
    with opened(data) as book:
        sheet = Image.fromarray(drawn(book[no - 1], _SCALE))
    return [
        BookPicture(page=no, caption=_caption(box, lines), png=_png(sheet, box)) for box in boxes
    ]


def _shapes(page: Any) -> list[Box]:
    shapes = [*page.images, *page.rects, *page.curves][:_MOST_SHAPES]
    return [
        (
            max(0.0, shape["x0"]),
            max(0.0, shape["top"]),
            min(float(page.width), shape["x1"]),
            min(float(page.height), shape["bottom"]),
        )
        for shape in shapes
    ]


def _within(box: Box, table: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return table[0] - 1 <= x <= table[2] + 1 and table[1] - 1 <= y <= table[3] + 1


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _is_picture(box: Box, page: Any) -> bool:
    """Say whether a box is neither a rule, nor a band or ground that the page is laid on."""
    wide, high = _sides(box)
    if wide < 1.5 or high < 1.5:
        return False
    return bool(wide < 0.93 * page.width and high < 0.93 * page.height)


def _merged(boxes: list[Box]) -> list[Box]:
    """Join boxes that touch until none do."""
    merged: list[Box] = []
    for box in sorted(boxes):
        while (other := next((held for held in merged if _touch(held, box)), None)) is not None:
            merged.remove(other)
            box = (
                min(box[0], other[0]),
                min(box[1], other[1]),
                max(box[2], other[2]),
                max(box[3], other[3]),
            )
        merged.append(box)
    return sorted(merged, key=lambda box: (box[1], box[0]))


def _touch(a: Box, b: Box) -> bool:
    near = 2.0
    return (
        a[0] - near <= b[2] and b[0] - near <= a[2] and a[1] - near <= b[3] and b[1] - near <= a[3]
    )


def _caption(box: Box, lines: list[Line]) -> str:
    """Return the words just under a picture, or on it where it is a labelled swatch."""
    under = [
        line
        for line in lines
        if -2 <= line.top - box[3] < 26
        and line.x0 < box[2]
        and line.x1 > box[0] - 4
        and line.x0 >= box[0] - 6
    ]
    inside = [
        line
        for line in lines
        if box[0] <= line.x0 and line.x1 <= box[2] and box[1] <= line.top and line.bottom <= box[3]
    ]
    near = sorted(under, key=lambda line: line.top) or inside
    return " ".join(line.text for line in near)[:300]


def _png(sheet: Any, box: Box) -> bytes:
    crop = sheet.crop(tuple(round(side * _SCALE) for side in box))
    out = io.BytesIO()
    crop.convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()

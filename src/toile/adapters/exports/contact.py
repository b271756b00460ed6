"""A contact sheet in PDF: the pictures small and many, numbered, with the variety measured."""

from collections.abc import Iterator
from typing import BinaryIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from toile.adapters.exports import words
from toile.adapters.exports.paper import pictures
from toile.adapters.exports.typeset import (
    INK,
    MARGIN,
    SOFT,
    TITLE_FACE,
    foot,
    in_box,
    lines,
    open_canvas,
    ratio,
)
from toile.workflow.values import ExportForm, Sheet, SheetPanel

WIDE, HIGH = landscape(A4)
COLUMNS, ROWS = 6, 2
GAP, HEAD, CAPTION = 14.0, 52.0, 34.0
CELL_WIDE = (WIDE - 2 * MARGIN - GAP * (COLUMNS - 1)) / COLUMNS
CELL_HIGH = (HIGH - MARGIN - HEAD - 44 - GAP * (ROWS - 1)) / ROWS


class PdfContactSheet:
    """The port ``Exporter`` as a contact sheet."""

    form = ExportForm(name="contact", suffix=".contact.pdf", mime="application/pdf")

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the sheet, twelve shots a page, those left out in their place."""
        canvas = open_canvas(out, sheet, (WIDE, HIGH))
        for number, panels in enumerate(_pages(sheet.panels), start=1):
            _head(canvas, sheet)
            for place, panel in enumerate(panels):
                row = place - place % COLUMNS
                _cell(canvas, panel, place, max(map(_high, panels[row : row + COLUMNS])))
            foot(canvas, sheet, number, WIDE)
            canvas.showPage()
        canvas.save()

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the embedded picture files, byte for byte."""
        return pictures(file)


def _pages(panels: tuple[SheetPanel, ...]) -> Iterator[tuple[SheetPanel, ...]]:
    for start in range(0, max(1, len(panels)), COLUMNS * ROWS):
        yield panels[start : start + COLUMNS * ROWS]


def _head(canvas: Canvas, sheet: Sheet) -> None:
    canvas.setFillColor(INK)
    top = HIGH - MARGIN - 12
    half = (WIDE - 2 * MARGIN) / 2
    lines(canvas, sheet.title, MARGIN, top, size=20, wide=half, most=1, face=TITLE_FACE)
    canvas.setFillColor(SOFT)
    canvas.setFont("ToileText", 8.5)
    canvas.drawRightString(WIDE - MARGIN, top, sheet.variety or f"{len(sheet.panels)} shots")


def _high(panel: SheetPanel) -> float:
    """Return how high a picture stands in its cell."""
    return float(min(CELL_HIGH - CAPTION, CELL_WIDE * 1.5, CELL_WIDE / ratio(panel)))


def _cell(canvas: Canvas, panel: SheetPanel, place: int, row_high: float) -> None:
    row, column = divmod(place, COLUMNS)
    x = MARGIN + column * (CELL_WIDE + GAP)
    top = HIGH - MARGIN - HEAD - row * (CELL_HIGH + GAP) + 12
    in_box(canvas, panel, x, top, CELL_WIDE, _high(panel))
    canvas.setFillColor(INK)
    # One line of captions a row, however high each picture is.
    y = top - row_high - 12
    title = panel.shot.title or panel.shot.kind.capitalize()
    y = lines(canvas, f"{panel.shot.no} {title}", x, y, size=8.5, wide=CELL_WIDE, most=1)
    canvas.setFillColor(SOFT)
    said = words.joined((f"v{panel.version}", panel.approved or None, panel.credit or None))
    lines(canvas, said, x, y, size=6.5, wide=CELL_WIDE, most=2)

"""A storyboard in PDF: a title page, then two shots a page, typeset like a studio would.

The marked JPEG goes in as it is, so its credential and hidden mark leave with the page.
"""

import io
from collections.abc import Iterator
from datetime import date

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from toile.adapters.exports import words
from toile.adapters.exports.typeset import (
    INK,
    LINE,
    MARGIN,
    SOFT,
    TEXT_FACE,
    TITLE_FACE,
    foot,
    in_box,
    lines,
    open_canvas,
    pictures,
)
from toile.workflow.values import ExportForm, Sheet, SheetPanel

WIDE, HIGH = landscape(A4)
GAP = 28.0
PICTURE_HIGH = 400.0
COLUMN = (WIDE - 2 * MARGIN - GAP) / 2
LABEL = 96.0


class PdfStoryboard:
    """The port ``Exporter`` as PDF."""

    form = ExportForm(name="pdf", suffix=".pdf", mime="application/pdf")

    def export(self, sheet: Sheet) -> bytes:
        """Return the storyboard, shots in board order; a shot that may not leave says why."""
        buffer = io.BytesIO()
        canvas = open_canvas(buffer, sheet, (WIDE, HIGH))
        _cover(canvas, sheet)
        for number, pair in enumerate(_pairs(sheet.panels), start=2):
            for place, panel in enumerate(pair):
                _panel(canvas, panel, MARGIN + place * (COLUMN + GAP))
            foot(canvas, sheet, number, WIDE)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def pictures(self, data: bytes) -> tuple[bytes, ...]:
        """Return the embedded picture files, byte for byte."""
        return pictures(data)


def _pairs(panels: tuple[SheetPanel, ...]) -> Iterator[tuple[SheetPanel, ...]]:
    for start in range(0, len(panels), 2):
        yield panels[start : start + 2]


def _cover(canvas: Canvas, sheet: Sheet) -> None:
    canvas.setFillColor(INK)
    wide = WIDE - 2 * MARGIN
    y = lines(canvas, sheet.title, MARGIN, HIGH - 170, size=46, wide=wide, most=3, lead=1.08,
              face=TITLE_FACE)  # fmt: skip
    canvas.setFillColor(SOFT)
    drawn = sum(panel.picture is not None for panel in sheet.panels)
    made = words.day(date.fromisoformat(sheet.made_on))
    lead = f"Storyboard of {len(sheet.panels)} shots, {drawn} with a picture. {made}."
    y = lines(canvas, lead, MARGIN, y + 8, size=13, wide=wide) - 34
    for label, value in _facts(sheet):
        canvas.setFillColor(SOFT)
        canvas.setFont(TEXT_FACE, 10.5)
        canvas.drawString(MARGIN, y, label)
        canvas.setFillColor(INK)
        y = lines(canvas, value, MARGIN + LABEL, y, size=10.5, wide=wide - LABEL, most=3) - 5
    canvas.setStrokeColor(LINE)
    foot(canvas, sheet, 1, WIDE)
    canvas.showPage()


def _facts(sheet: Sheet) -> Iterator[tuple[str, str]]:
    usage = sheet.usage
    yield "Seen in", words.media(usage)
    yield "Countries", words.places(usage)
    yield "Live", words.span(usage.start, usage.end)
    if sheet.cast:
        yield "Twins", "; ".join(f"{one.name}, {one.agency}" for one in sheet.cast)
    for credit in sheet.credits:
        yield credit.role, credit.name
    yield "Licences", ", ".join(licence.id for licence in sheet.licences) or "none"
    yield "Made by", sheet.by
    if sheet.variety:
        yield "Variety", sheet.variety


def _panel(canvas: Canvas, panel: SheetPanel, x: float) -> None:
    top = HIGH - MARGIN
    in_box(canvas, panel, x, top, COLUMN, PICTURE_HIGH)
    canvas.setFillColor(INK)
    title = panel.shot.title or panel.shot.kind.capitalize()
    y = top - PICTURE_HIGH - 22
    lines(canvas, f"{panel.shot.no} {title}", x, y, size=17, wide=COLUMN, most=1, face=TITLE_FACE)
    canvas.setFillColor(SOFT)
    y -= 16
    for text in _captions(panel):
        y = lines(canvas, text, x, y, size=8.5, wide=COLUMN)


def _captions(panel: SheetPanel) -> tuple[str, ...]:
    shot = panel.shot
    found = (
        words.joined((shot.framing, shot.angle, shot.lens, shot.aspect)),
        words.joined((shot.light, shot.set, shot.pose)),
        ", ".join(shot.garments),
        words.joined((panel.credit, f"version {panel.version}", panel.approved)),
    )
    return tuple(text for text in found if text)

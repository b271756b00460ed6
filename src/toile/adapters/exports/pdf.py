"""A storyboard in PDF: a cover with the lead picture, then two or three shots a page.

The marked JPEG goes in as it is, so its credential and hidden mark leave with the page.
"""

from collections.abc import Iterator
from datetime import date
from typing import BinaryIO

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from toile.adapters.exports import words
from toile.adapters.exports.paper import pictures
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
    plain,
    ratio,
)
from toile.workflow.values import ExportForm, Sheet, SheetPanel

WIDE, HIGH = landscape(A4)
GAP = 28.0
TOP = HIGH - 84
MOST_HIGH = 330.0
LEAD_WIDE, LEAD_HIGH = 330.0, 412.5
LABEL = 76.0


class PdfStoryboard:
    """The port ``Exporter`` as PDF."""

    form = ExportForm(name="pdf", suffix=".pdf", mime="application/pdf")

    def export(self, sheet: Sheet, out: BinaryIO) -> None:
        """Write the storyboard, shots in board order; a shot that may not leave says why."""
        canvas = open_canvas(out, sheet, (WIDE, HIGH))
        _cover(canvas, sheet)
        # Upright pictures stand three in a row and fill the page; wide ones two.
        across = 3 if all(ratio(panel) <= 1 for panel in sheet.panels) else 2
        column = (WIDE - 2 * MARGIN - (across - 1) * GAP) / across
        for number, group in enumerate(_rows(sheet.panels, across), start=2):
            _head(canvas, sheet, group)
            high = max(min(column / ratio(panel), MOST_HIGH) for panel in group)
            for place, panel in enumerate(group):
                _panel(canvas, panel, MARGIN + place * (column + GAP), column, high)
            foot(canvas, sheet, number, WIDE)
            canvas.showPage()
        canvas.save()

    def pictures(self, file: BinaryIO) -> Iterator[bytes]:
        """Yield the embedded picture files, byte for byte."""
        return pictures(file)


def _rows(panels: tuple[SheetPanel, ...], across: int) -> Iterator[tuple[SheetPanel, ...]]:
    for start in range(0, len(panels), across):
        yield panels[start : start + across]


def _head(canvas: Canvas, sheet: Sheet, group: tuple[SheetPanel, ...]) -> None:
    """The running head: whose board, and which shots and set-ups stand on the page."""
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT_FACE, 9)
    canvas.drawString(MARGIN, HIGH - 44, plain(sheet.title)[:80])
    set_ups = dict.fromkeys(panel.shot.group for panel in group if panel.shot.group)
    first, last = group[0].shot.no, group[-1].shot.no
    shots = f"Shot {first}" if first == last else f"Shots {first} to {last}"
    said = plain(" · ".join((*(words.caption((name,)) for name in set_ups), shots)))
    canvas.drawRightString(WIDE - MARGIN, HIGH - 44, said[-90:])
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, HIGH - 54, WIDE - MARGIN, HIGH - 54)


def _cover(canvas: Canvas, sheet: Sheet) -> None:
    lead_picture = next((panel for panel in sheet.panels if panel.picture), None)
    wide = WIDE - 2 * MARGIN
    if lead_picture is not None:
        wide -= LEAD_WIDE + GAP
        in_box(canvas, lead_picture, WIDE - MARGIN - LEAD_WIDE, TOP, LEAD_WIDE, LEAD_HIGH)
    canvas.setFillColor(INK)
    y = lines(canvas, sheet.title, MARGIN, TOP - 36, size=46, wide=wide, most=3, lead=1.08,
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
        yield "Pictures", sheet.variety


def _panel(canvas: Canvas, panel: SheetPanel, x: float, wide: float, high: float) -> None:
    in_box(canvas, panel, x, TOP, wide, high)
    canvas.setFillColor(INK)
    title = panel.shot.title or panel.shot.kind.capitalize()
    y = TOP - high - 24
    lines(canvas, f"{panel.shot.no}  {title}", x, y, size=17, wide=wide, most=1, face=TITLE_FACE)
    canvas.setFillColor(SOFT)
    y -= 17
    for text in _captions(panel):
        y = lines(canvas, text, x, y, size=9, wide=wide)


def _captions(panel: SheetPanel) -> tuple[str, ...]:
    shot = panel.shot
    found = (
        words.caption((shot.framing, shot.angle, shot.lens, shot.aspect)),
        words.caption((shot.light, shot.set, shot.pose)),
        words.caption((", ".join(shot.garments),)),
        words.joined((panel.credit, f"Version {panel.version}", panel.approved)),
    )
    return tuple(text for text in found if text)

"""A storyboard in PDF: a title page, then two shots a page, typeset like a studio would.

The marked JPEG goes in as it is, so its credential and hidden mark leave with the page.
"""

import io
from collections.abc import Iterator
from importlib.resources import files

import pypdfium2 as pdfium
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from toile.workflow.values import ExportForm, Sheet, SheetPanel

INK, SOFT, LINE, PAPER = (HexColor(c) for c in ("#15120E", "#6B645A", "#DED8CD", "#F2EEE7"))
WIDE, HIGH = landscape(A4)
MARGIN = 40.0
PICTURE_HIGH = 400.0
COLUMN = (WIDE - 2 * MARGIN - 28) / 2
TEXT_FACE, TITLE_FACE = "ToileText", "ToileTitle"


class PdfStoryboard:
    """The port ``Exporter`` as PDF."""

    form = ExportForm(name="pdf", suffix=".pdf", mime="application/pdf")

    def export(self, sheet: Sheet) -> bytes:
        """Return the storyboard, shots in board order; a shot that may not leave says why."""
        _load_faces()
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(WIDE, HIGH), pageCompression=1)
        canvas.setTitle(sheet.title)
        canvas.setAuthor(sheet.by)
        canvas.setSubject(sheet.label)
        _cover(canvas, sheet)
        for number, pair in enumerate(_pairs(sheet.panels), start=2):
            for place, panel in enumerate(pair):
                _panel(canvas, panel, MARGIN + place * (COLUMN + 28))
            _footer(canvas, sheet, number)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def pictures(self, data: bytes) -> tuple[bytes, ...]:
        """Return the embedded picture files, byte for byte."""
        found: list[bytes] = []
        document = pdfium.PdfDocument(data)
        for page in document:
            for thing in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]):
                out = io.BytesIO()
                thing.extract(out)
                found.append(out.getvalue())
        document.close()
        return tuple(found)


def _load_faces() -> None:
    if TEXT_FACE in pdfmetrics.getRegisteredFontNames():
        return
    folder = files("toile") / "data" / "fonts"
    for face, name in ((TEXT_FACE, "HankenGrotesk-Regular.ttf"),
                       (TITLE_FACE, "InstrumentSerif-Regular.ttf")):  # fmt: skip
        pdfmetrics.registerFont(TTFont(face, io.BytesIO((folder / name).read_bytes())))


def _pairs(panels: tuple[SheetPanel, ...]) -> Iterator[tuple[SheetPanel, ...]]:
    for start in range(0, len(panels), 2):
        yield panels[start : start + 2]


def _cover(canvas: Canvas, sheet: Sheet) -> None:
    canvas.setFillColor(INK)
    y = HIGH - 190
    canvas.setFont(TITLE_FACE, 46)
    for line in simpleSplit(sheet.title, TITLE_FACE, 46, WIDE - 2 * MARGIN)[:3]:
        canvas.drawString(MARGIN, y, line)
        y -= 50
    canvas.setFont(TEXT_FACE, 11)
    canvas.setFillColor(SOFT)
    for line in _cover_lines(sheet):
        canvas.drawString(MARGIN, y, line)
        y -= 17
    _footer(canvas, sheet, 1)
    canvas.showPage()


def _cover_lines(sheet: Sheet) -> tuple[str, ...]:
    usage = sheet.usage
    drawn = sum(panel.picture is not None for panel in sheet.panels)
    days = f"{usage.start or 'open'} to {usage.end or 'open'}"
    licences = ", ".join(licence.id for licence in sheet.licences) or "none"
    return (
        f"{len(sheet.panels)} shots, {drawn} drafted. {sheet.made_on}, by {sheet.by}.",
        f"Use asked for: {', '.join(usage.media or ('not said',))}.",
        f"Where: {', '.join(usage.territories or ('not said',))}. When: {days}.",
        f"Licences: {licences}.",
    )


def _panel(canvas: Canvas, panel: SheetPanel, x: float) -> None:
    top = HIGH - MARGIN
    if panel.picture is None:
        bottom = _left_out(canvas, panel, x, top)
    else:
        bottom = _picture(canvas, panel.picture, x, top)
    canvas.setFillColor(INK)
    canvas.setFont(TITLE_FACE, 17)
    title = panel.shot.title or panel.shot.kind.capitalize()
    canvas.drawString(x, bottom - 22, f"{panel.shot.no}   {title}"[:52])
    canvas.setFont(TEXT_FACE, 8.5)
    canvas.setFillColor(SOFT)
    y = bottom - 37
    for line in _captions(panel):
        for part in simpleSplit(line, TEXT_FACE, 8.5, COLUMN)[:2]:
            canvas.drawString(x, y, part)
            y -= 11.5


def _picture(canvas: Canvas, picture: bytes, x: float, top: float) -> float:
    image = ImageReader(io.BytesIO(picture))
    wide, high = (float(side) for side in image.getSize())
    scale = min(COLUMN / wide, PICTURE_HIGH / high)
    canvas.drawImage(image, x, top - high * scale, wide * scale, high * scale)
    return top - float(high * scale)


def _left_out(canvas: Canvas, panel: SheetPanel, x: float, top: float) -> float:
    high = PICTURE_HIGH * 0.62
    canvas.setFillColor(PAPER)
    canvas.rect(x, top - high, COLUMN, high, stroke=0, fill=1)
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT_FACE, 10)
    y = top - high / 2 + 14
    for line in simpleSplit(panel.say, TEXT_FACE, 10, COLUMN - 60)[:6]:
        canvas.drawCentredString(x + COLUMN / 2, y, line)
        y -= 14
    return top - high


def _captions(panel: SheetPanel) -> tuple[str, ...]:
    shot = panel.shot
    camera = (shot.framing, shot.angle, shot.lens, shot.aspect)
    place = (shot.light, shot.set, shot.pose)
    lines = (
        " · ".join(word for word in camera if word),
        " · ".join(word for word in place if word),
        ", ".join(shot.garments),
        " · ".join(w for w in (panel.credit, f"version {panel.version}", panel.approved) if w),
    )
    return tuple(line for line in lines if line)


def _footer(canvas: Canvas, sheet: Sheet, number: int) -> None:
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, 30, WIDE - MARGIN, 30)
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT_FACE, 7.5)
    canvas.drawString(MARGIN, 18, f"{sheet.title}. {sheet.label}")
    canvas.drawRightString(WIDE - MARGIN, 18, str(number))

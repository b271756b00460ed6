"""What every page of ours shares: faces, colours, the foot, a picture in its box."""

import io
import unicodedata
from functools import cache
from importlib.resources import files
from threading import Lock
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from toile.adapters.exports.paper import lay
from toile.domain import staging
from toile.workflow.values import Sheet, SheetPanel

INK, SOFT, LINE, PAPER = (HexColor(c) for c in ("#15120E", "#6B645A", "#DED8CD", "#F2EEE7"))
TEXT_FACE, TITLE_FACE = "ToileText", "ToileTitle"
MARGIN = 40.0
_LOADING = Lock()


def load_faces() -> None:
    """Make the studio's two faces known, once; whoever comes meanwhile waits for both."""
    folder = files("toile") / "data" / "fonts"
    with _LOADING:
        if TITLE_FACE in pdfmetrics.getRegisteredFontNames():
            return
        for face, name in ((TEXT_FACE, "HankenGrotesk-Regular.ttf"),
                           (TITLE_FACE, "InstrumentSerif-Regular.ttf")):  # fmt: skip
            pdfmetrics.registerFont(TTFont(face, io.BytesIO((folder / name).read_bytes())))


def open_canvas(out: BinaryIO, sheet: Sheet, size: tuple[float, float]) -> Canvas:
    """Return a canvas that says whose file it is."""
    load_faces()
    canvas = Canvas(out, pagesize=size, pageCompression=1)
    canvas.setTitle(plain(sheet.title))
    canvas.setAuthor(plain(sheet.by))
    canvas.setSubject(sheet.label)
    return canvas


def foot(canvas: Canvas, sheet: Sheet, number: int, wide: float) -> None:
    """Draw the foot of a page: the board, the label that it is a draft, the number."""
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, 30, wide - MARGIN, 30)
    canvas.setFillColor(SOFT)
    canvas.setFont(TEXT_FACE, 7.5)
    canvas.drawString(MARGIN, 18, plain(f"{sheet.title}. {sheet.label}"))
    canvas.drawRightString(wide - MARGIN, 18, str(number))


def lines(
    canvas: Canvas, text: str, x: float, y: float, *, size: float, wide: float, most: int = 2,
    lead: float = 1.35, face: str = TEXT_FACE,
) -> float:  # fmt: skip
    """Draw a text broken to a width and return where the next line would stand."""
    canvas.setFont(face, size)
    parts = simpleSplit(plain(text), face, size, wide)
    for number, part in enumerate(parts[:most]):
        last = number == most - 1 and len(parts) > most
        canvas.drawString(x, y, f"{part.rstrip('.,;')} …" if last else part)
        y -= size * lead
    return y


def in_box(
    canvas: Canvas, panel: SheetPanel, x: float, top: float, wide: float, high: float
) -> None:
    """Draw a picture whole at the top left of its box, or why there is none."""
    if panel.picture is None:
        shown = min(wide, high * ratio(panel))
        _left_out(canvas, panel.say, x, top, shown, shown / ratio(panel))
        return
    lay(canvas, panel.picture, x, top, (wide, high))


def plain(text: str) -> str:
    """Return text that our faces can set: one line, composed, a letter they lack as a box."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    known = _letters()
    return "".join(
        char if ord(char) in known else "□" if char.isprintable() else "" for char in composed
    )


@cache
def _letters() -> frozenset[int]:
    load_faces()
    return frozenset(pdfmetrics.getFont(TEXT_FACE).face.charToGlyph)


def ratio(panel: SheetPanel) -> float:
    """Return the width of a shot's picture over its height."""
    wide, high = staging.ratio(panel.shot.aspect)
    return wide / high


def _left_out(canvas: Canvas, say: str, x: float, top: float, wide: float, high: float) -> None:
    canvas.setFillColor(PAPER)
    canvas.rect(x, top - high, wide, high, stroke=0, fill=1)
    canvas.setFillColor(SOFT)
    size = 10 if wide > 180 else 7
    canvas.setFont(TEXT_FACE, size)
    parts = simpleSplit(plain(say), TEXT_FACE, size, wide - 0.2 * wide)[:8]
    y = top - high / 2 + size * 1.4 * (len(parts) - 1) / 2
    for part in parts:
        canvas.drawCentredString(x + wide / 2, y, part)
        y -= size * 1.4

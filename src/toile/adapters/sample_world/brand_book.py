"""The demo brand's photography guideline as a PDF, set from a data file. Same file, same bytes."""

import io
from importlib.resources import files
from typing import Any

import yaml
from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from toile.adapters.sample_world.book_art import CHALK, DRAWINGS, EMBER, INK, OAT, cross_out

NAME = "Maison Orel photography guideline.pdf"
_WIDE, _HIGH = 842.0, 595.0
_COLUMN, _TOP, _GAP = 250.0, 500.0, 24.0
_LEFT = 272.0
_SOFT = HexColor("#6F675C")
_FACES = {
    "Orel": "cormorant-garamond-300-normal",
    "Orel-Italic": "cormorant-garamond-300-italic",
    "Orel-Medium": "cormorant-garamond-500-normal",
    "Plain": "jost-300-normal",
    "Plain-Text": "jost-400-normal",
    "Plain-Bold": "jost-500-normal",
}
_TEXT = ParagraphStyle("text", fontName="Plain-Text", fontSize=11, leading=16, textColor=INK)
_ITEM = ParagraphStyle("item", parent=_TEXT, leftIndent=12, bulletIndent=0)
_CAPTION = ParagraphStyle("caption", fontName="Plain", fontSize=8.6, leading=11.5, textColor=_SOFT)
_CELL = ParagraphStyle("cell", parent=_TEXT, fontSize=9.6, leading=12.6)


def demo_brand_book() -> tuple[str, bytes]:
    """Return the name and the PDF of the demo guideline."""
    data = files("toile") / "data" / "sample_world"
    book = yaml.safe_load((data / "guideline.yaml").read_text("utf-8"))
    for face, name in _FACES.items():
        font = io.BytesIO((data / "fonts" / f"{name}.ttf").read_bytes())
        pdfmetrics.registerFont(TTFont(face, font))
    out = io.BytesIO()
    pen = Canvas(out, pagesize=(_WIDE, _HIGH), invariant=1, pageCompression=1)
    pen.setTitle(f"{book['brand']} — {book['title']}")
    pen.setAuthor(book["mark"])
    _cover(pen, book)
    for no, page in enumerate(book["pages"], start=2):
        _page(pen, book, page, no)
    pen.save()
    return NAME, out.getvalue()


def _cover(pen: Canvas, book: dict[str, Any]) -> None:
    pen.setFillColor(CHALK)
    pen.rect(0, 0, _WIDE, _HIGH, stroke=0, fill=1)
    pen.saveState()
    pen.translate(_WIDE * 0.52, 0)
    DRAWINGS["still"](pen, _WIDE * 0.48, _HIGH)
    pen.restoreState()
    pen.setFillColor(INK)
    pen.setFont("Orel", 64)
    for no, word in enumerate(book["brand"].split()):
        pen.drawString(56, 372 - 62 * no, word)
    pen.setFont("Orel-Italic", 24)
    pen.drawString(58, 258, book["title"])
    pen.setFont("Plain", 9.5)
    pen.drawString(58, 92, book["edition"])
    pen.setFillColor(_SOFT)
    pen.drawString(58, 74, book["mark"])
    pen.showPage()


def _page(pen: Canvas, book: dict[str, Any], page: dict[str, Any], no: int) -> None:
    pen.setFillColor(HexColor("#FBF8F2"))
    pen.rect(0, 0, _WIDE, _HIGH, stroke=0, fill=1)
    _rail(pen, page)
    _column(pen, page.get("left", ()), _LEFT, _COLUMN)
    _column(pen, page.get("right", ()), _LEFT + _COLUMN + _GAP, _COLUMN)
    _column(pen, page.get("wide", ()), _LEFT, 2 * _COLUMN + _GAP)
    pen.setFont("Plain", 7.5)
    pen.setFillColor(_SOFT)
    pen.drawString(48, 30, f"{book['brand']}  ·  {book['title']}  ·  {book['edition']}")
    pen.drawRightString(_WIDE - 46, 30, str(no))
    pen.showPage()


def _rail(pen: Canvas, page: dict[str, Any]) -> None:
    pen.setFillColor(EMBER)
    pen.setFont("Orel", 20)
    pen.drawString(48, 498, page["number"])
    pen.setFillColor(INK)
    pen.setFont("Orel", 38)
    y = 452.0
    for line in simpleSplit(page["title"], "Orel", 38, 196):
        pen.drawString(48, y, line)
        y -= 38
    pen.setFont("Orel-Italic", 15)
    pen.setFillColor(_SOFT)
    for line in simpleSplit(page["lede"], "Orel-Italic", 15, 176):
        pen.drawString(48, y - 4, line)
        y -= 19
    pen.setStrokeColor(OAT)
    pen.setLineWidth(0.6)
    pen.line(48, 52, _WIDE - 46, 52)


def _column(pen: Canvas, blocks: Any, x: float, wide: float) -> None:
    y = _TOP + 12
    for block in blocks:
        y = _block(pen, block, x, y, wide)
        if y < 50:
            raise ValueError(f"the guideline page is too full at {block!r}")


def _block(pen: Canvas, block: dict[str, Any], x: float, y: float, wide: float) -> float:
    if "h" in block:
        pen.setFillColor(INK)
        pen.setFont("Orel-Medium", 18.5)
        pen.drawString(x, y - 16, block["h"])
        return y - 29
    if "p" in block:
        return _words(pen, block["p"], _TEXT, x, y, wide) - 13
    if "items" in block:
        return _items(pen, block["items"], x, y, wide)
    if "swatches" in block:
        return _swatches(pen, block["swatches"], x, y, wide)
    if "table" in block:
        return _table(pen, block, x, y)
    return _drawings(pen, block, x, y, wide)


def _words(pen: Canvas, text: str, style: ParagraphStyle, x: float, y: float, wide: float) -> float:
    words = Paragraph(text.replace("&", "&amp;"), style)
    _, high = words.wrap(wide, _HIGH)
    words.drawOn(pen, x, y - high)
    return float(y - high)


def _items(pen: Canvas, items: list[str], x: float, y: float, wide: float) -> float:
    for item in items:
        pen.setFillColor(EMBER)
        pen.setFont("Plain-Bold", 12)
        pen.drawString(x, y - 12, "•")
        y = _words(pen, item, _ITEM, x, y, wide) - 5
    return y - 10


def _swatches(pen: Canvas, swatches: list[list[str]], x: float, y: float, wide: float) -> float:
    side = (wide - 2 * 10) / 3
    for no, (name, code) in enumerate(swatches):
        left, low = x + (no % 3) * (side + 10), y - 66 - (no // 3) * 98
        pen.setFillColor(HexColor(code))
        pen.setStrokeColor(OAT)
        pen.setLineWidth(0.5)
        pen.rect(left, low, side, 62, stroke=1, fill=1)
        pen.setFillColor(INK)
        pen.setFont("Plain-Text", 8.6)
        pen.drawString(left, low - 12, f"{name} {code}")
    return y - 66 - 98 * ((len(swatches) - 1) // 3) - 28


def _table(pen: Canvas, block: dict[str, Any], x: float, y: float) -> float:
    y = _words(pen, block["table"], _CAPTION, x, y, 500) - 8
    lines, top = [y], y
    for no, row in enumerate([block["head"], *block["rows"]]):
        pen.setFillColor(OAT if no == 0 else CHALK)
        high = max(
            _cell_height(cell, wide) for cell, wide in zip(row, block["widths"], strict=True)
        )
        pen.rect(x, y - high - 10, sum(block["widths"]), high + 10, stroke=0, fill=1)
        at = x
        for cell, wide in zip(row, block["widths"], strict=True):
            _words(pen, cell, _CELL, at + 6, y - 5, wide - 10)
            at += wide
        y -= high + 10
        lines.append(y)
    _rule(pen, x, block["widths"], lines, top)
    return y - 16


def _cell_height(text: str, wide: float) -> float:
    return float(Paragraph(text, _CELL).wrap(wide - 10, _HIGH)[1])


def _rule(pen: Canvas, x: float, widths: list[float], lines: list[float], top: float) -> None:
    pen.setStrokeColor(HexColor("#CFC3AD"))
    pen.setLineWidth(0.5)
    for line in lines:
        pen.line(x, line, x + sum(widths), line)
    at = x
    for wide in (0.0, *widths):
        at += wide
        pen.line(at, top, at, lines[-1])


def _drawings(pen: Canvas, block: dict[str, Any], x: float, y: float, wide: float) -> float:
    if "crossed" in block:
        return _crossed(pen, block, x, y, wide)
    names = block.get("pair") or [block["figure"]]
    captions = block.get("captions") or [block["caption"]]
    side = (wide - 12 * (len(names) - 1)) / len(names)
    for no, (name, caption) in enumerate(zip(names, captions, strict=True)):
        left = x + no * (side + 12)
        _drawn(pen, name, left, y - block["height"], side, block["height"])
        _words(pen, caption, _CAPTION, left, y - block["height"] - 5, side)
    return float(y - block["height"] - 32)


def _crossed(pen: Canvas, block: dict[str, Any], x: float, y: float, wide: float) -> float:
    side = (wide - 3 * 8) / 4
    for no, name in enumerate(block["crossed"]):
        pen.saveState()
        pen.translate(x + no * (side + 8), y - block["height"])
        pen.setFillColor(OAT)
        pen.rect(0, 0, side, block["height"], stroke=0, fill=1)
        DRAWINGS[name](pen, side, block["height"])
        cross_out(pen, side, block["height"])
        pen.restoreState()
    _words(pen, block["caption"], _CAPTION, x, y - block["height"] - 5, wide)
    return float(y - block["height"] - 32)


def _drawn(pen: Canvas, name: str, x: float, y: float, wide: float, high: float) -> None:
    pen.saveState()
    pen.translate(x, y)
    DRAWINGS[name](pen, wide, high)
    pen.restoreState()

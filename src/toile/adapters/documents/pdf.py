"""PDF into a document: text with its layout by pdfplumber, pages by PDFium. Knows no library."""

import io
import re
import struct
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from toile.adapters.documents.layout import (
    BULLETS,
    Line,
    Word,
    lines_of,
    paragraphs,
    reading_order,
)
from toile.adapters.documents.limits import Limits, damaged, locked
from toile.adapters.documents.pdf_pictures import pictures_of
from toile.adapters.documents.scans import read_scan
from toile.adapters.pdfium import PdfiumError, opened
from toile.domain.errors import DocumentUnreadable
from toile.domain.guidelines import Block, BlockKind, BookPicture, Document, placed

Progress = Callable[[int, int], None]
_CAPTION = re.compile(
    r"^(fig(ure)?|plate|table|picture|image|photo)\.?\s*\d|^(do|don.?t)\s*[:.–—]", re.I
)
# What the two readers raise on a broken file; the second trusts numbers and names it reads.
_BROKEN = (
    PDFException,
    PdfminerException,
    MalformedPDFException,
    PdfiumError,
    RecursionError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    AssertionError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
)
# Smaller than any print a reader can see: hidden words are never evidence.
_SMALLEST = 3.0


def read_pdf(data: bytes, name: str, limits: Limits, progress: Progress) -> Document:
    """Read a PDF. Raises DocumentUnreadable when it is locked, damaged or too long."""
    pages = _opened_pages(data, name, limits)
    notes: list[str] = []
    drawn: list[list[tuple[Line, BlockKind]]] = []
    pictures: list[BookPicture] = []
    try:
        with pdfplumber.open(io.BytesIO(data)) as book:
            for no, page in enumerate(book.pages, start=1):
                tables = _tables(page)
                drawn.append(_page_lines(page, no, data, notes, tables))
                if len(pictures) < limits.pictures:
                    lines = [line for line, _ in drawn[-1]]
                    boxes = [table.bbox for table in tables]
                    pictures.extend(pictures_of(page, no, data, lines, boxes))
                page.close()
                progress(no, pages)
    except _BROKEN as error:
        raise damaged(name, "a PDF") from error
    blocks = placed(tuple(_blocks(drawn)))
    if not blocks and not notes:
        notes.append("No words were found on any page.")
    return Document(
        name=name,
        media_type="application/pdf",
        pages=pages,
        blocks=blocks,
        pictures=tuple(pictures[: limits.pictures]),
        notes=tuple(notes),
    )


def _opened_pages(data: bytes, name: str, limits: Limits) -> int:
    try:
        with opened(data) as book:
            pages = len(book)
    except PdfiumError as error:
        raise (locked(name) if "assword" in str(error) else damaged(name, "a PDF")) from error
    if pages > limits.pages:
        raise DocumentUnreadable(
            f"{name} has {pages:,} pages; a guideline may have {limits.pages:,}.",
            hint="Add the chapters about photography as a file of their own.",
        )
    return pages


def _page_lines(
    page: Any, no: int, data: bytes, notes: list[str], tables: list[Any]
) -> list[tuple[Line, BlockKind]]:
    words, hidden = _words(page)
    if hidden:
        notes.append(f"Page {no} holds {hidden} words too small or too pale to see; left out.")
    if not words and page.images:
        words, said = read_scan(data, no)
        if said:
            notes.append(said)
    boxes = [table.bbox for table in tables]
    free = [word for word in words if not any(_inside(word, box) for box in boxes)]
    out = [(line, BlockKind.TEXT) for line in lines_of(free)]
    for table in tables:
        out.extend((line, BlockKind.ROW) for line in _rows(table))
    return out


def _words(page: Any) -> tuple[list[Word], int]:
    words: list[Word] = []
    hidden = 0
    for raw in page.extract_words(
        extra_attrs=["fontname", "size", "non_stroking_color"], x_tolerance_ratio=0.18
    ):
        on_page = -2 <= raw["x0"] <= page.width + 2 and -2 <= raw["top"] <= page.height + 2
        if raw["size"] < _SMALLEST or not on_page or _unseen(page, raw):
            hidden += 1
            continue
        words.append(_word(raw))
    return words, hidden


def _word(raw: dict[str, Any]) -> Word:
    font = str(raw["fontname"]).lower()
    return Word(
        text=str(raw["text"]).replace("\u00ad", ""),
        x0=raw["x0"],
        x1=raw["x1"],
        top=raw["top"],
        bottom=raw["bottom"],
        size=round(raw["size"], 1),
        bold=any(mark in font for mark in ("bold", "black", "heavy", "semibold")),
        italic="italic" in font or "oblique" in font,
    )


def _unseen(page: Any, raw: dict[str, Any]) -> bool:
    """Say whether white words lie on bare paper."""
    colour = raw["non_stroking_color"]
    if not isinstance(colour, tuple) or not colour:
        return False
    white = sum(colour) < 0.06 if len(colour) == 4 else min(colour) > 0.97
    if not white:
        return False
    x, y = (raw["x0"] + raw["x1"]) / 2, (raw["top"] + raw["bottom"]) / 2
    return not any(
        shape["x0"] <= x <= shape["x1"] and shape["top"] <= y <= shape["bottom"]
        for shape in (*page.rects, *page.curves, *page.images)
    )


def _tables(page: Any) -> list[Any]:
    """Return ruled tables that hold words; drawings with straight edges are none."""
    if len(page.rects) + len(page.lines) < 6:
        return []
    found = [table for table in page.find_tables() if len(table.rows) > 1]
    return [table for table in found if len(table.rows[0].cells) > 1 and _worded(table)]


def _worded(table: Any) -> bool:
    cells = [cell for row in table.extract() for cell in row]
    return sum(1 for cell in cells if cell and cell.strip()) > 0.4 * len(cells)


def _inside(word: Word, box: tuple[float, float, float, float]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - 1 <= x <= box[2] + 1 and box[1] - 1 <= y <= box[3] + 1


def _rows(table: Any) -> Iterator[Line]:
    """Yield each row as ``Column: value; Column: value``, which reads alone when it is cited."""
    cells = [[(cell or "").replace("\n", " ").strip() for cell in row] for row in table.extract()]
    head = cells[0]
    for row, place in zip(cells[1:], table.rows[1:], strict=True):
        text = row_text(head, row)
        if text:
            x0, top, x1, bottom = place.bbox
            yield Line(text=text, x0=x0, x1=x1, top=top, bottom=bottom, size=0.0)


def row_text(head: list[str], row: list[str]) -> str:
    """Return one table row as words, each value under its column heading."""
    pairs = zip(head, row, strict=False)
    return "; ".join(f"{title}: {value}" if title else value for title, value in pairs if value)


def _blocks(drawn: list[list[tuple[Line, BlockKind]]]) -> Iterator[Block]:
    furniture = _furniture(drawn)
    body = _body_size(drawn)
    sizes = _heading_sizes(drawn, body)
    for no, page in enumerate(drawn, start=1):
        rows = {id(line) for line, kind in page if kind is BlockKind.ROW}
        lines = [
            line for line, kind in page if kind is BlockKind.TEXT and _key(line) not in furniture
        ]
        tables = [line for line, kind in page if kind is BlockKind.ROW]
        for block in _in_order(lines, tables):
            kind = BlockKind.ROW if id(block) in rows else _kind(block, body)
            level = sizes.get(round(block.size), len(sizes) + 1) if kind is BlockKind.HEADING else 0
            text = block.text.lstrip(BULLETS + " ") if kind is BlockKind.ITEM else block.text
            if text.strip():
                yield Block(kind=kind, text=text.strip(), page=no, level=level)


def _in_order(lines: list[Line], tables: list[Line]) -> list[Line]:
    """Return paragraphs and table rows of one page in reading order."""
    return reading_order([*paragraphs(lines), *tables]) if tables else paragraphs(lines)


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", line.text), round(line.top / 4)


def _furniture(drawn: list[list[tuple[Line, BlockKind]]]) -> set[tuple[str, int]]:
    """Return running heads and page numbers: words at one height on most pages."""
    seen = Counter(key for page in drawn for key in {_key(line) for line, _ in page})
    least = max(3, len(drawn) // 3)
    return {key for key, pages in seen.items() if pages >= least}


def _body_size(drawn: list[list[tuple[Line, BlockKind]]]) -> float:
    letters: Counter[float] = Counter()
    for page in drawn:
        for line, kind in page:
            if kind is BlockKind.TEXT:
                letters[round(line.size * 2) / 2] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 10.0


def _heading_sizes(drawn: list[list[tuple[Line, BlockKind]]], body: float) -> dict[int, int]:
    sizes = {
        round(line.size)
        for page in drawn
        for line, kind in page
        if kind is BlockKind.TEXT and line.size > body * 1.12 and len(line.text) > 2
    }
    return {size: level for level, size in enumerate(sorted(sizes, reverse=True)[:4], start=1)}


def _kind(block: Line, body: float) -> BlockKind:
    if block.text[:1] in BULLETS and block.text[1:2] == " ":
        return BlockKind.ITEM
    if _CAPTION.match(block.text) and len(block.text) < 300:
        return BlockKind.CAPTION
    short = len(block.text) < 110 and not block.text.rstrip().endswith((".", ";", ","))
    if short and (block.size > body * 1.12 or (block.bold and block.size >= body * 0.85)):
        return BlockKind.HEADING
    return BlockKind.CAPTION if block.italic and block.size < body else BlockKind.TEXT

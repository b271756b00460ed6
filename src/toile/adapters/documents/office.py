"""DOCX and PPTX into a document: headings, lists, tables, slides and their pictures."""

import io
import struct
import zlib
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

import docx
import pptx
from docx.exceptions import PythonDocxError as NoGoodWord
from docx.opc.exceptions import PackageNotFoundError as NoWordFile
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.exc import PackageNotFoundError as NoSlides
from pptx.exc import PythonPptxError as NoGoodSlides

from toile.adapters.documents.limits import Limits, damaged, refuse_zip_bomb
from toile.adapters.documents.raster import as_png
from toile.domain.guidelines import Block, BlockKind, BookPicture, Document, placed

# What the two readers raise on a broken part: they trust what one part says of another.
_BROKEN = (
    BadZipFile,
    LxmlError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    struct.error,
    NoGoodSlides,
    NoGoodWord,
)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


def read_docx(data: bytes, name: str, limits: Limits) -> Document:
    """Read a Word file; pages are counted by the breaks that Word itself recorded."""
    refuse_zip_bomb(data, name, limits)
    try:
        book = docx.Document(io.BytesIO(data))
        blocks = tuple(_word_blocks(book))
        pictures = tuple(_word_pictures(book, limits))
    except (NoWordFile, *_BROKEN) as error:
        raise damaged(name, "a Word file") from error
    pages = max((block.page for block in blocks), default=1)
    return Document(
        name=name,
        media_type=_WORD,
        pages=pages,
        blocks=placed(blocks),
        pictures=pictures,
        notes=("Word files hold no fixed pages: page numbers follow the last save.",),
    )


def _word_blocks(book: Any) -> Iterator[Block]:
    page = 1
    for part in book.iter_inner_content():
        if isinstance(part, Table):
            yield from _table_rows(part, page)
            continue
        page += _breaks(part)
        text = " ".join(part.text.split())
        if text:
            kind, level = _style(part)
            yield Block(kind=kind, text=text, page=page, level=level)


def _breaks(part: Paragraph) -> int:
    rendered = len(part.rendered_page_breaks)
    forced = part._p.xpath('count(.//w:br[@w:type="page"])')
    return rendered or int(forced)


def _style(part: Paragraph) -> tuple[BlockKind, int]:
    style = (part.style.name if part.style is not None else None) or ""
    if style == "Title":
        return BlockKind.HEADING, 1
    if style.startswith("Heading"):
        tail = style.removeprefix("Heading").strip()
        return BlockKind.HEADING, int(tail) + 1 if tail.isdigit() else 2
    if style.startswith("List") or part._p.xpath("./w:pPr/w:numPr"):
        return BlockKind.ITEM, 0
    return (BlockKind.CAPTION if style == "Caption" else BlockKind.TEXT), 0


def _table_rows(table: Any, page: int) -> Iterator[Block]:
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in table.rows]
    yield from rows_as_blocks(rows, page)


def rows_as_blocks(rows: list[list[str]], page: int) -> Iterator[Block]:
    """Yield each row under its column headings, so that one row reads alone."""
    for row in rows[1:]:
        pairs = zip(rows[0], row, strict=False)
        text = "; ".join(f"{title}: {value}" if title else value for title, value in pairs if value)
        if text:
            yield Block(kind=BlockKind.ROW, text=text, page=page)


def _word_pictures(book: Any, limits: Limits) -> Iterator[BookPicture]:
    held = [
        rel.target_part
        for rel in book.part.rels.values()
        if "image" in rel.reltype and not rel.is_external
    ]
    for part in held[: limits.pictures]:
        png = as_png(part.blob)
        if png:
            yield BookPicture(page=1, png=png)


def read_pptx(data: bytes, name: str, limits: Limits) -> Document:
    """Read slides; a slide is a page, its title a heading, its notes are left out."""
    refuse_zip_bomb(data, name, limits)
    try:
        deck = pptx.Presentation(io.BytesIO(data))
        blocks: list[Block] = []
        pictures: list[BookPicture] = []
        for no, slide in enumerate(deck.slides, start=1):
            shapes = list(_shapes(slide.shapes))
            blocks.extend(_slide_blocks(shapes, slide.shapes.title, no))
            pictures.extend(_slide_pictures(shapes, no))
    except (NoSlides, *_BROKEN) as error:
        raise damaged(name, "a slide deck") from error
    return Document(
        name=name,
        media_type=_SLIDES,
        pages=len(deck.slides),
        blocks=placed(tuple(blocks)),
        pictures=tuple(pictures[: limits.pictures]),
    )


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _shapes(shape.shapes)
        else:
            yield shape


def _slide_blocks(shapes: list[Any], title: Any, no: int) -> Iterator[Block]:
    heading = " ".join(title.text.split()) if title is not None else ""
    if heading:
        yield Block(kind=BlockKind.HEADING, text=heading, page=no, level=1)
    for shape in shapes:
        if title is not None and shape.shape_id == title.shape_id:
            continue
        if getattr(shape, "has_table", False):
            rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in shape.table.rows]
            yield from rows_as_blocks(rows, no)
        elif shape.has_text_frame:
            yield from _frame(shape.text_frame, no)


def _frame(frame: Any, no: int) -> Iterator[Block]:
    lines = [" ".join(part.text.split()) for part in frame.paragraphs]
    lines = [line for line in lines if line]
    kind = BlockKind.ITEM if len(lines) > 1 else BlockKind.TEXT
    for line in lines:
        yield Block(kind=kind, text=line, page=no)


def _slide_pictures(shapes: list[Any], no: int) -> Iterator[BookPicture]:
    for shape in shapes:
        if shape.shape_type != MSO_SHAPE_TYPE.PICTURE:
            continue
        png = as_png(shape.image.blob)
        if png:
            yield BookPicture(page=no, caption=_alt_text(shape), png=png)


def _alt_text(shape: Any) -> str:
    return str(shape._element.nvPicPr.cNvPr.get("descr") or "")[:300]

"""Words of a scanned page by the system's Tesseract where there is one; else a note says so."""

import io
import shutil
import subprocess
from dataclasses import replace
from statistics import median

from PIL import Image

from toile.adapters.documents.layout import Word
from toile.adapters.pdfium import drawn, opened

_DPI = 200
_SECONDS_A_PAGE = 60


def read_scan(data: bytes, page: int) -> tuple[list[Word], str]:
    """Return the words on a scanned page, and a note when they could not be read."""
    tesseract = shutil.which("tesseract")
    if tesseract is None:
        return [], (
            f"Page {page} is a picture of text and was not read: "
            "there is no text recognition (Tesseract) on this machine."
        )
    try:
        done = subprocess.run(
            [tesseract, "-", "-", "--dpi", str(_DPI), "tsv"],
            input=_page_png(data, page),
            capture_output=True,
            timeout=_SECONDS_A_PAGE,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return [], f"Page {page} is a picture of text; the text recognition gave up on it."
    words = _words(done.stdout.decode("utf-8", "replace"))
    note = f"Page {page} was read from a picture by text recognition; check its wording."
    return words, note if words else ""


def _page_png(data: bytes, page: int) -> bytes:
    with opened(data) as book:
        pixels = drawn(book[page - 1], _DPI / 72)
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "PNG")
    return out.getvalue()


def _words(table: str) -> list[Word]:
    """Read Tesseract's TSV: pixels to points; words below 40 % confidence are noise."""
    lines: dict[tuple[str, ...], list[Word]] = {}
    scale = 72 / _DPI
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or not cells[11].strip() or float(cells[10]) < 40:
            continue
        left, top, width, height = (int(cell) * scale for cell in cells[6:10])
        word = Word(cells[11].strip(), left, left + width, top, top + height, height)
        lines.setdefault(tuple(cells[2:5]), []).append(word)
    return [word for line in lines.values() for word in _levelled(line, lines)]


def _levelled(line: list[Word], lines: dict[tuple[str, ...], list[Word]]) -> list[Word]:
    """Give the words of a line one height: letters alone differ by their tails."""
    top, bottom = min(word.top for word in line), max(word.bottom for word in line)
    usual = median(max(w.bottom for w in one) - min(w.top for w in one) for one in lines.values())
    # Only lines far off the usual height are set in another size.
    size = bottom - top if bottom - top > 1.6 * usual else usual
    return [replace(word, top=top, bottom=bottom, size=round(size, 1)) for word in line]

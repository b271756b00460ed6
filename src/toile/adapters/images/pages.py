"""Turns the pages of a PDF into pixels, so that a draft printed into one can be read.

Knows nothing of marks. Pixels are ``uint8`` of shape (height, width, 3) in RGB.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium

from toile.adapters.images.codec import decode, mime_of
from toile.domain.errors import BadInput, DocumentUnreadable

Pixels = npt.NDArray[np.uint8]

_POINTS_PER_INCH: Final = 72
_LARGEST_SIDE: Final = 2600
_MOST_BYTES: Final = 64 * 1024 * 1024


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def kind_of(data: bytes) -> str:
    """Return the media type of a picture or a PDF, read from its content."""
    return "application/pdf" if is_pdf(data) else mime_of(data)


def views(data: bytes) -> Iterator[Pixels]:
    """Yield what a person sees of a file: its one picture, or each page of a PDF."""
    if is_pdf(data):
        yield from pages(data)
    else:
        yield decode(data)


def pages(data: bytes, *, dots_per_inch: int = 150, most: int = 40) -> Iterator[Pixels]:
    """Yield each page as pixels, first to last.

    Raises ``DocumentUnreadable`` for a damaged or locked file and ``BadInput`` for one with more
    than ``most`` pages.
    """
    if len(data) > _MOST_BYTES:
        raise BadInput(f"The file is over {_MOST_BYTES // 2**20} MB.", hint="Send fewer pages.")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise DocumentUnreadable(
            "The PDF cannot be opened.", hint="Send a copy without a password, or one page."
        ) from error
    try:
        if len(document) > most:
            raise BadInput(f"The PDF has {len(document)} pages.", hint=f"Send {most} at most.")
        for page in document:
            yield _rendered(page, dots_per_inch)
    finally:
        document.close()


def _rendered(page: pdfium.PdfPage, dots_per_inch: int) -> Pixels:
    longest = max(page.get_size())
    scale = min(dots_per_inch / _POINTS_PER_INCH, _LARGEST_SIDE / max(longest, 1))
    try:
        drawn = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
    except pdfium.PdfiumError as error:
        raise DocumentUnreadable("A page of the PDF cannot be drawn.") from error
    return np.ascontiguousarray(drawn.to_numpy()[..., :3], dtype=np.uint8)

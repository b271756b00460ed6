"""Turns the pages of a PDF into pixels, and takes out the pictures that lie whole on them.

Knows nothing of marks. Pixels are ``uint8`` of shape (height, width, 3) in RGB.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as raw

from toile.adapters.pdfium import PdfiumError, Pixels, drawn, opened
from toile.domain.errors import BadInput, DocumentUnreadable

_POINTS_PER_INCH: Final = 72
_LARGEST_SIDE: Final = 2600
_MOST_BYTES: Final = 64 * 1024 * 1024
_MOST_PIXELS: Final = 40_000_000


def is_pdf(data: bytes) -> bool:
    """Whether the bytes begin as a PDF does."""
    return data[:1024].lstrip().startswith(b"%PDF-")


@dataclass(frozen=True)
class Leaf:
    """One page of an open PDF, to be looked at before the next one is asked for."""

    number: int
    page: pdfium.PdfPage
    dots_per_inch: int

    def drawn(self) -> Pixels:
        """Return the page as a person sees it."""
        longest = max(self.page.get_size())
        scale = min(self.dots_per_inch / _POINTS_PER_INCH, _LARGEST_SIDE / max(longest, 1))
        try:
            return drawn(self.page, scale)
        except PdfiumError as error:
            raise DocumentUnreadable("A page of the PDF cannot be drawn.") from error

    def pictures(self) -> Iterator[bytes | Pixels]:
        """Yield each picture on the page: a JPEG as the file that was put there, what was put
        there in any other way as its pixels."""
        try:
            for image in self.page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
                width, height = image.get_px_size()
                if image.get_filters()[-1:] == ["DCTDecode"]:
                    yield bytes(image.get_data(decode_simple=True))
                elif width * height <= _MOST_PIXELS:
                    yield _colours(image.get_bitmap())
        except PdfiumError:
            # The page as a whole is still looked at.
            return


def leaves(data: bytes, *, dots_per_inch: int = 150, most: int = 40) -> Iterator[Leaf]:
    """Yield each page, first to last.

    Raises ``DocumentUnreadable`` for a damaged or locked file and ``BadInput`` for one with more
    than ``most`` pages.
    """
    if len(data) > _MOST_BYTES:
        raise BadInput(f"The file is over {_MOST_BYTES // 2**20} MB.", hint="Send fewer pages.")
    try:
        with opened(data) as document:
            if len(document) > most:
                raise BadInput(f"The PDF has {len(document)} pages.", hint=f"Send {most} at most.")
            for number, page in enumerate(document, start=1):
                yield Leaf(number, page, dots_per_inch)
    except PdfiumError as error:
        raise DocumentUnreadable(
            "The PDF cannot be opened.", hint="Send a copy without a password, or one page."
        ) from error


def _colours(bitmap: pdfium.PdfBitmap) -> Pixels:
    """Return the red, green and blue of a bitmap, which has them in this order or the other."""
    found = bitmap.to_numpy()
    if found.ndim == 2 or found.shape[2] == 1:
        return np.repeat(found.reshape(*found.shape[:2], 1), 3, axis=2)
    colours = found[..., :3] if bitmap.rev_byteorder else found[..., 2::-1]
    return np.ascontiguousarray(colours, dtype=np.uint8)

"""PDFium for one caller at a time: the library is not safe for threads, and a server has many.

Two threads inside it at once corrupt the heap of the whole process, also with different documents
(pypdfium2, "Thread incompatibility"). So whoever opens a PDF is alone until it is closed again, and
takes nothing away that the library still owns.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium

Pixels = npt.NDArray[np.uint8]
PdfiumError: Final = pdfium.PdfiumError
_ALONE: Final = threading.RLock()


@contextmanager
def opened(data: bytes) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF and close it, alone in this process between the two. Raises ``PdfiumError``."""
    with _ALONE:
        document = pdfium.PdfDocument(data)
        try:
            yield document
        finally:
            document.close()


def drawn(page: pdfium.PdfPage, scale: float) -> Pixels:
    """Return an open page as pixels of their own, (height, width, 3) in RGB.

    ``scale`` is pixels a point. Forms are not drawn. Raises ``PdfiumError``.
    """
    bitmap = page.render(scale=scale, rev_byteorder=True, may_draw_forms=False)
    try:
        return np.array(bitmap.to_numpy()[..., :3], dtype=np.uint8, order="C")
    finally:
        bitmap.close()

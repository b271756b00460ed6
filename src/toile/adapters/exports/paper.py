"""Pictures on the pages of a PDF: read when their turn to be written comes, never all at once."""

import hashlib
import io
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFStream, resolve1
from PIL import Image
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

COLOURS = {"L": "DeviceGray", "RGB": "DeviceRGB"}


class Laid(pdfdoc.PDFImageXObject):  # type: ignore[misc]  # reportlab has no types
    """A JPEG as an object of a PDF. Whatever stands before it goes to ``out`` first.

    reportlab sets object after object and joins them all at the end; here what is set has left
    before the next picture is read.
    """

    def __init__(self, name: str, head: Image.Image, fetch: Callable[[], bytes], out: BinaryIO):
        super().__init__(name)
        self.width, self.height = head.size
        self.colorSpace, self.bitsPerComponent = COLOURS[head.mode], 8
        # As bytes: reportlab would spell them out in ASCII, a quarter longer.
        self._filters = ("DCTDecode",)
        self._fetch, self._out = fetch, out

    def format(self, document: Any) -> bytes:
        """Return the object as it stands in the file."""
        written = document.__accum__.strings
        self._out.writelines(written)
        written.clear()
        self.streamContent = self._fetch()
        try:
            return bytes(super().format(document))
        finally:
            self.streamContent = b""


def lay(
    canvas: Canvas, fetch: Callable[[], bytes], x: float, top: float, box: tuple[float, float]
) -> None:
    """Draw a picture whole at the top left of its box; the file holds it once, byte for byte."""
    data = fetch()
    head = Image.open(io.BytesIO(data))
    scale = min(box[0] / head.width, box[1] / head.height)
    wide, high = head.width * scale, head.height * scale
    name = hashlib.sha256(data).hexdigest()
    if not canvas.hasForm(name):
        canvas._doc.addForm(name, Laid(name, head, fetch, canvas._filename))
    canvas.saveState()
    canvas.translate(x, top - high)
    canvas.scale(wide, high)
    canvas.doForm(name)
    canvas.restoreState()


def pictures(file: BinaryIO) -> Iterator[bytes]:
    """Yield the picture files embedded in a PDF, byte for byte, each once.

    Read by another library than wrote them, and one that threads may use side by side.
    """
    seen = set[int]()
    document = PDFDocument(PDFParser(file), caching=False)
    for page in PDFPage.create_pages(document):
        for named in (resolve1(page.resources.get("XObject")) or {}).values():
            thing = resolve1(named)
            if named.objid not in seen and isinstance(thing, PDFStream):
                seen.add(named.objid)
                yield bytes(thing.get_data())

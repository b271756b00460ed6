"""What a person sees of a file: its one picture, each page of a PDF, each picture of a deck.

A picture that lies whole inside a document comes with its own bytes, so that what it says of
itself can still be read. Knows nothing of marks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from toile.adapters.images.archives import Allowance, allowance, files_inside, is_archive, is_tar
from toile.adapters.images.codec import decode, mime_of, saved_as
from toile.adapters.images.pages import is_pdf, leaves
from toile.domain.errors import BadInput

Pixels = npt.NDArray[np.uint8]
ARCHIVE = "application/zip"
TAR = "application/x-tar"
# Below this many pixels of either side it is an icon or a rule, not a picture.
_LEAST_SIDE = 64
# An archive in an archive in an archive is somebody's parcel; deeper is somebody's trap.
_DEEPEST = 3


@dataclass(frozen=True, eq=False)
class View:
    """One sight of a file. ``file`` are the picture's own bytes, where it has any of its own, and
    ``saved_as`` how they were saved; ``place`` says where in a document; ``drawn`` is a page as a
    whole, pictures and all."""

    pixels: Pixels
    file: bytes | None = None
    place: str = ""
    drawn: bool = False

    @property
    def saved_as(self) -> str:
        """Return the format of the picture's own file in words, if it has one."""
        return saved_as(self.file) if self.file else ""


def kind_of(data: bytes) -> str:
    """Return the media type of a picture, a PDF or an archive, read from its content."""
    if is_pdf(data):
        return "application/pdf"
    if is_archive(data):
        return TAR if is_tar(data) else ARCHIVE
    return mime_of(data)


def views(data: bytes) -> Iterator[View]:
    """Yield the pictures of a file in order; of a PDF's page its pictures, then the page."""
    return _views(data, "", allowance(), _DEEPEST)


def _views(data: bytes, place: str, allowed: Allowance, deeper: int) -> Iterator[View]:
    if is_pdf(data):
        for leaf in leaves(data):
            page = _joined(place, f"page {leaf.number}")
            for picture in leaf.pictures():
                if isinstance(picture, bytes):
                    yield from _within(picture, page, allowed, 0)
                else:
                    yield from _large_enough(View(picture, place=page))
            yield View(leaf.drawn(), place=page, drawn=True)
    elif is_archive(data):
        for file, name in files_inside(data, allowed) if deeper else ():
            yield from _within(file, _joined(place, name), allowed, deeper - 1)
    else:
        yield View(decode(data), data, place)


def _within(file: bytes, place: str, allowed: Allowance, deeper: int) -> Iterator[View]:
    """Yield the views of one file of a document, if it is a picture or holds any."""
    if is_pdf(file) or is_archive(file):
        yield from _views(file, place, allowed, deeper)
        return
    try:
        pixels = decode(file)
    except BadInput:
        # A vector drawing or a broken picture: the rest of the document still counts.
        return
    yield from _large_enough(View(pixels, file, place))


def _large_enough(view: View) -> Iterator[View]:
    if min(view.pixels.shape[:2]) >= _LEAST_SIDE:
        yield view


def _joined(outer: str, inner: str) -> str:
    return f"{outer}, {inner}" if outer else inner

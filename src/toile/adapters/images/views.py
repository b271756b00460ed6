"""What a person sees of a file: its one picture, each page of a PDF, each picture of a deck.

A picture that lies whole inside a document comes with its own bytes, so that what it says of
itself can still be read. Knows nothing of marks.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from toile.adapters.images.archives import is_archive, pictures_inside
from toile.adapters.images.codec import decode, mime_of
from toile.adapters.images.pages import is_pdf, leaves
from toile.domain.errors import BadInput

Pixels = npt.NDArray[np.uint8]
ARCHIVE = "application/zip"
# Below this many pixels of either side it is an icon or a rule, not a picture.
_LEAST_SIDE = 64


@dataclass(frozen=True, eq=False)
class View:
    """One sight of a file. ``file`` are the picture's own bytes, where it has any of its own;
    ``place`` says where in a document; ``drawn`` is a page as a whole, pictures and all."""

    pixels: Pixels
    file: bytes | None = None
    place: str = ""
    drawn: bool = False


def kind_of(data: bytes) -> str:
    """Return the media type of a picture, a PDF or an archive, read from its content."""
    if is_pdf(data):
        return "application/pdf"
    return ARCHIVE if is_archive(data) else mime_of(data)


def views(data: bytes) -> Iterator[View]:
    """Yield the pictures of a file in order; of a PDF's page its pictures, then the page."""
    if is_pdf(data):
        for leaf in leaves(data):
            place = f"page {leaf.number}"
            yield from _inside((file, place) for file in leaf.pictures())
            yield View(leaf.drawn(), place=place, drawn=True)
    elif is_archive(data):
        yield from _inside(pictures_inside(data))
    else:
        yield View(decode(data), data)


def _inside(files: Iterator[tuple[bytes, str]]) -> Iterator[View]:
    for file, place in files:
        try:
            pixels = decode(file)
        except BadInput:
            # A vector drawing or a broken picture: the rest of the document still counts.
            continue
        if min(pixels.shape[:2]) >= _LEAST_SIDE:
            yield View(pixels, file, place)

"""One PDF at a time: people who export, read and look at once each get what is there."""

import io
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from toile.adapters.documents.page_pictures import page_picture
from toile.adapters.exports import paper
from toile.adapters.images.pages import leaves

_PEOPLE, _TIMES, _PAGES = 6, 12, 6


@pytest.fixture(scope="module")
def book() -> bytes:
    chance = np.random.default_rng(5)
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(_PAGES):
        picture = io.BytesIO()
        pixels = chance.integers(0, 255, (256, 192, 3), dtype=np.uint8)
        Image.fromarray(pixels).save(picture, "JPEG")
        canvas.drawImage(ImageReader(picture), 50, 50)
        canvas.drawString(50, 700, f"Page {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def pictures(data: bytes) -> tuple[bytes, ...]:
    return tuple(paper.pictures(io.BytesIO(data)))


def test_many_who_read_a_file_back_at_once_each_get_every_picture(book: bytes) -> None:
    alone = pictures(book)
    with ThreadPoolExecutor(_PEOPLE) as people:
        got = list(people.map(lambda _: pictures(book), range(_PEOPLE * _TIMES)))
    assert len(alone) == _PAGES
    assert all(each == alone for each in got)


def test_pages_are_drawn_and_cited_while_others_export(book: bytes) -> None:
    page = page_picture(book, "book.pdf", 2, "Page 2")
    seen = [leaf.drawn() for leaf in leaves(book, dots_per_inch=40)]

    def at_work(turn: int) -> bool:
        if turn % 3 == 0:
            return page_picture(book, "book.pdf", 2, "Page 2") == page
        if turn % 3 == 1:
            return len(pictures(book)) == _PAGES
        drawn = [leaf.drawn() for leaf in leaves(book, dots_per_inch=40)]
        return all(np.array_equal(one, other) for one, other in zip(drawn, seen, strict=True))

    with ThreadPoolExecutor(_PEOPLE) as people:
        assert all(people.map(at_work, range(_PEOPLE * _TIMES)))

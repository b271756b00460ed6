"""A document that somebody found is looked into by a child process, and by nobody else."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from toile import bootstrap
from toile.adapters.images import apart, views
from toile.adapters.images.apart import Bounds
from toile.domain.errors import BadInput, DocumentUnreadable
from toile.settings import Settings


def a_picture(seed: int = 1) -> bytes:
    pixels = np.random.default_rng(seed).integers(0, 255, (96, 128, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "JPEG")
    return buffer.getvalue()


def a_pdf(pages: int = 2) -> bytes:
    buffer = io.BytesIO()
    leaves = [Image.open(io.BytesIO(a_picture(n))) for n in range(pages)]
    leaves[0].save(buffer, "PDF", save_all=True, append_images=leaves[1:])
    return buffer.getvalue()


def an_archive(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, data in files.items():
            package.writestr(name.replace("_", "."), data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    "data",
    [a_pdf(), an_archive(one_jpg=a_picture(), two_pdf=a_pdf(1)), a_picture()],
    ids=["PDF", "archive", "picture"],
)
def test_apart_the_same_is_seen_in_the_same_order(data: bytes) -> None:
    ours, theirs = list(views.views(data)), list(apart.views(data))
    assert len(ours) == len(theirs)
    for one, other in zip(ours, theirs, strict=True):
        assert np.array_equal(one.pixels, other.pixels)
        assert (one.file, one.place, one.drawn) == (other.file, other.place, other.drawn)


def test_whoever_has_seen_enough_leaves_no_child_behind() -> None:
    looking = apart.views(a_pdf(3))
    assert next(looking).place == "page 1"
    looking.close()


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\nnothing", b"PK\x03\x04" + b"\0" * 40], ids=["PDF", "archive"]
)
def test_a_broken_document_is_told_in_the_same_sentence(data: bytes) -> None:
    with pytest.raises((BadInput, DocumentUnreadable)) as here:
        list(views.views(data))
    with pytest.raises(type(here.value)) as there:
        list(apart.views(data))
    assert str(there.value) == str(here.value)


@pytest.mark.parametrize("bounds", [Bounds(seconds=0.01), Bounds(memory=40 * 2**20)], ids=str)
def test_a_child_that_takes_too_much_is_ended_and_said_so(bounds: Bounds) -> None:
    with pytest.raises(DocumentUnreadable, match="more time or memory"):
        list(apart.views(a_pdf(), bounds))


def test_the_studio_looks_into_documents_apart(tmp_path: Path) -> None:
    assert bootstrap.marker(Settings(home=tmp_path)).views is apart.views  # type: ignore[attr-defined]

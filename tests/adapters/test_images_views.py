"""What is looked at in a file that somebody found: pictures, pages, slides, archives, bombs."""

import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image
from pptx import Presentation
from pptx.util import Inches

from toile.adapters.images import archives
from toile.adapters.images.codec import saved_as
from toile.adapters.images.views import kind_of, views
from toile.domain.errors import BadInput, DocumentUnreadable, ToileError


def a_picture(kind: str = "JPEG", seed: int = 1, size: tuple[int, int] = (96, 128)) -> bytes:
    pixels = np.random.default_rng(seed).integers(0, 255, (*size, 3), dtype=np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, kind)
    return buffer.getvalue()


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/").replace("_", "."), data)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP", "AVIF"])
def test_a_picture_of_every_kind_is_one_view_with_its_own_file(kind: str) -> None:
    data = a_picture(kind)
    (view,) = views(data)
    assert view.pixels.shape == (96, 128, 3)
    assert (view.file, view.place, view.drawn) == (data, "", False)
    assert kind_of(data) == f"image/{kind.lower()}"


def test_how_a_picture_was_saved_is_said_in_words() -> None:
    assert saved_as(a_picture("PNG")) == "PNG"
    assert saved_as(a_picture("WEBP")) == "WebP"
    for quality in (10, 30, 60, 75, 90):
        buffer = io.BytesIO()
        Image.open(io.BytesIO(a_picture("PNG"))).save(buffer, "JPEG", quality=quality)
        assert saved_as(buffer.getvalue()) == f"JPEG at quality {quality}"


def test_a_photograph_on_a_pdf_page_comes_as_the_file_that_was_put_there() -> None:
    first, page = views(a_pdf())
    assert saved_as(first.file or b"").startswith("JPEG")
    assert (first.place, first.drawn) == ("page 1", False)
    assert (page.place, page.drawn, page.file) == ("page 1", True, None)


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA"])
def test_a_picture_on_a_pdf_page_that_is_no_jpeg_comes_as_its_pixels(mode: str) -> None:
    drawn = Image.open(io.BytesIO(a_picture("PNG", seed=5))).convert(mode)
    jpeg, other, page = views(a_page_of(drawn))
    assert saved_as(jpeg.file or b"").startswith("JPEG")
    assert (other.file, other.place, other.drawn, page.drawn) == (None, "page 1", False, True)
    assert np.array_equal(other.pixels, np.asarray(drawn.convert("RGB")))


def a_page_of(drawn: Image.Image) -> bytes:
    """Return a PDF with a photograph as JPEG, and beside it a picture kept without loss."""
    document = pdfium.PdfDocument.new()
    page = document.new_page(400, 300)
    images = [pdfium.PdfImage.new(document) for _ in range(2)]
    images[0].load_jpeg(io.BytesIO(a_picture("JPEG")), inline=True)
    images[1].set_bitmap(pdfium.PdfBitmap.from_pil(drawn))
    for number, image in enumerate(images):
        image.set_matrix(pdfium.PdfMatrix().scale(128, 96).translate(20 + 200 * number, 100))
        page.insert_obj(image)
    page.gen_content()
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def a_pdf() -> bytes:
    buffer = io.BytesIO()
    Image.open(io.BytesIO(a_picture(size=(300, 200)))).save(buffer, "PDF", resolution=100)
    return buffer.getvalue()


def test_a_picture_on_a_slide_says_which_slide() -> None:
    deck = Presentation()
    for seed in (1, 2):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes.add_picture(io.BytesIO(a_picture(seed=seed)), Inches(1), Inches(1))
    buffer = io.BytesIO()
    deck.save(buffer)
    seen = {view.file: view.place for view in views(buffer.getvalue())}
    assert (seen[a_picture(seed=1)], seen[a_picture(seed=2)]) == ("slide 1", "slide 2")


def test_pictures_in_an_archive_are_looked_at_under_their_names() -> None:
    package = zipped(notes_txt=b"words", day1__a_jpg=a_picture(), b_png=b"no picture at all")
    assert [(view.place, view.drawn) for view in views(package)] == [("a.jpg", False)]


def test_what_lies_in_an_archive_inside_the_archive_is_looked_at_too() -> None:
    inner = zipped(a_jpg=a_picture(seed=3))
    package = zipped(inner_zip=inner, sheet_pdf=a_pdf())
    places = {view.place for view in views(package)}
    assert places == {"inner.zip, a.jpg", "sheet.pdf, page 1"}


def test_pictures_in_a_tar_are_looked_at_under_their_names() -> None:
    package = tarred(
        {"day1/a.jpg": a_picture(), "notes.txt": b"words", "b.zip": zipped(c_jpg=a_picture())}
    )
    assert [view.place for view in views(package)] == ["a.jpg", "b.zip, c.jpg"]


def test_a_torn_or_spoilt_tar_is_one_sentence() -> None:
    package = tarred({"a.jpg": a_picture(), "b.jpg": a_picture(seed=2)})
    second = package.index(b"b.jpg")
    for damaged in (
        package[: second + 600],
        package[:second] + b"x" * 300 + package[second + 300 :],
    ):
        with pytest.raises(DocumentUnreadable, match="cannot be opened"):
            list(views(damaged))


def test_a_tar_is_held_to_the_limits_of_any_archive() -> None:
    many = tarred({f"{number}.jpg": b"x" for number in range(200)})
    with pytest.raises(BadInput, match="120 at most"):
        list(views(many))
    with pytest.raises(BadInput, match="too many entries"):
        list(views(tarred({f"{number}": b"" for number in range(10_001)})))


def test_a_link_out_of_a_tar_is_not_followed() -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        link = tarfile.TarInfo("a.jpg")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert list(views(out.getvalue())) == []


def test_archives_nested_without_end_are_left_alone_below_a_depth() -> None:
    package = zipped(a_jpg=a_picture())
    for _ in range(6):
        package = zipped(next_zip=package)
    assert list(views(package)) == []


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(**{f"{number}_png": bytes(40 * 2**20) for number in range(8)})
    assert len(bomb) < 2**20
    opened: list[str] = []
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *_, **__: opened.append("opened"))
    with pytest.raises(BadInput, match="unpacks to far more"):
        list(views(bomb))
    assert opened == []


def test_a_bomb_that_lies_about_its_size_is_not_unpacked_beyond_what_it_said() -> None:
    honest = zipped(a_png=bytes(3 * 2**20))
    said = (3 * 2**20).to_bytes(4, "little")
    lying = honest.replace(said, (1000).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(DocumentUnreadable):
        list(views(lying))


def test_many_small_archives_do_not_add_up_to_more_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archives, "_MOST_PICTURES", 6)
    package = zipped(**{f"{n}_zip": zipped(a_jpg=a_picture(), b_jpg=a_picture()) for n in range(4)})
    with pytest.raises(BadInput, match="6 at most"):
        list(views(package))


def test_more_pictures_than_can_be_looked_at_are_refused() -> None:
    package = zipped(**{f"{number}_jpg": b"x" for number in range(200)})
    with pytest.raises(BadInput, match="120 at most"):
        list(views(package))


def _locked() -> bytes:
    data = bytearray(zipped(a_jpg=a_picture()))
    # The flag of encryption, in the local header and in the directory.
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + place] |= 1
    return bytes(data)


def _torn() -> bytes:
    return zipped(a_jpg=a_picture())[:400]


def _spoilt() -> bytes:
    data = bytearray(zipped(a_jpg=a_picture()))
    data[2000:2200] = bytes(200)
    return bytes(data)


@pytest.mark.parametrize("damaged", [_locked, _torn])
def test_a_locked_or_torn_archive_is_one_sentence(damaged: Callable[[], bytes]) -> None:
    with pytest.raises(DocumentUnreadable, match="cannot be opened"):
        list(views(damaged()))


def test_a_picture_spoilt_inside_an_archive_is_one_sentence() -> None:
    with pytest.raises(ToileError):
        list(views(_spoilt()))


def test_a_picture_that_would_unpack_to_a_billion_pixels_is_refused() -> None:
    def chunk(kind: bytes, body: bytes) -> bytes:
        check = zlib.crc32(kind + body).to_bytes(4, "big")
        return len(body).to_bytes(4, "big") + kind + body + check

    header = (40_000).to_bytes(4, "big") * 2 + bytes([8, 2, 0, 0, 0])
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b""))
    with pytest.raises(BadInput, match="million pixels"):
        list(views(png + chunk(b"IEND", b"")))

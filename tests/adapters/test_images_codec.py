"""Files become pixels, or a sentence says why not."""

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from toile.adapters.images.codec import decode, encode, mime_of
from toile.domain.errors import BadInput


def a_picture(height: int = 40, width: int = 60) -> np.ndarray:
    rows, columns = np.mgrid[0:height, 0:width]
    return np.stack([rows * 4, columns * 3, (rows + columns) % 256], axis=-1).astype(np.uint8)


def a_file(mode: str, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(a_picture()).convert(mode).save(buffer, kind, **options)
    return buffer.getvalue()


def test_png_keeps_every_pixel() -> None:
    assert np.array_equal(decode(encode(a_picture(), "image/png")), a_picture())


@pytest.mark.parametrize("mime", ["image/jpeg", "image/webp", "image/avif"])
def test_lossy_files_come_back_close_and_know_their_kind(mime: str) -> None:
    data = encode(a_picture(), mime, quality=95)  # type: ignore[arg-type]
    assert mime_of(data) == mime
    assert np.abs(decode(data).astype(int) - a_picture()).mean() < 6


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "1"])
def test_every_png_mode_becomes_rgb(mode: str) -> None:
    assert decode(a_file(mode, "PNG")).shape == (40, 60, 3)


def test_a_cmyk_jpeg_becomes_rgb() -> None:
    assert decode(a_file("CMYK", "JPEG")).shape == (40, 60, 3)


def test_a_gif_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    assert decode(buffer.getvalue())[0, 0].tolist() == [255, 0, 0]


def test_a_clear_pixel_lies_on_white_paper() -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(buffer, "PNG")
    assert decode(buffer.getvalue()).min() == 255


def test_a_turned_photograph_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert decode(a_file("RGB", "JPEG", exif=exif)).shape == (60, 40, 3)


def test_sixteen_bit_grey_is_scaled_to_eight() -> None:
    buffer = io.BytesIO()
    Image.fromarray(np.full((5, 5), 65535, dtype=np.uint16)).save(buffer, "PNG")
    assert decode(buffer.getvalue()).max() == 255


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"\0" * 64])
def test_what_is_no_picture_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(BadInput, match=r"not a picture|damaged"):
        decode(data)


@pytest.mark.parametrize("mime", ["image/png", "image/jpeg", "image/webp"])
def test_a_file_cut_short_is_refused(mime: str) -> None:
    data = encode(a_picture(300, 300), mime)  # type: ignore[arg-type]
    with pytest.raises(BadInput):
        decode(data[: len(data) // 2])


def test_a_bomb_is_refused_before_it_unpacks() -> None:
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = (
        struct.pack(">I", 13) + b"IHDR" + header + struct.pack(">I", zlib.crc32(b"IHDR" + header))
    )
    idat = struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    with pytest.raises(BadInput, match="million pixels"):
        decode(b"\x89PNG\r\n\x1a\n" + chunk + idat)


def test_a_picture_over_the_limit_given_is_refused() -> None:
    with pytest.raises(BadInput, match="million pixels"):
        decode(encode(a_picture(), "image/png"), max_pixels=100)

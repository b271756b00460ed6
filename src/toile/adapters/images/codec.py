"""Turns picture files into pixels and back. Knows nothing of marks, credentials or words inside
the file: whatever a file says of itself is dropped here, on purpose.

Pixels are ``uint8`` arrays of shape (height, width, 3) in RGB.
"""

import io
import struct
import warnings
import zlib
from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, features

from toile.domain.errors import BadInput

Pixels = npt.NDArray[np.uint8]
Mime = Literal["image/png", "image/jpeg", "image/webp", "image/avif"]

MAX_PIXELS = 64_000_000
MAX_BYTES = 64 * 1024 * 1024
MAX_SIDE = 20_000

_FORMATS = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "TIFF": "image/tiff",
    "BMP": "image/bmp",
}
_NAMES = {"WEBP": "WebP"}
# The brightness table of T.81 annex K, table K.1: its sum and its first number. The large numbers
# of a very coarse table are cut off at 255, so there the first one tells more.
_TABLE_SUM_AT_50, _FIRST_AT_50 = 3692, 16
_CLIPPED_ABOVE = 200
if features.check("avif"):
    _FORMATS["AVIF"] = "image/avif"

# What Pillow's own decoders raise on a broken file, each in its own words.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    RuntimeError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    struct.error,
    zlib.error,
    MemoryError,
)
_KINDS = "PNG, JPEG, WebP, AVIF, TIFF, BMP or GIF"


def decode(data: bytes, *, max_pixels: int = MAX_PIXELS) -> Pixels:
    """Return the pixels of a picture file, upright, opaque on white, first frame only.

    Raises ``BadInput`` for a file that is no picture, is cut short, or would unpack to more
    than ``max_pixels``.
    """
    with _opened(data, max_pixels) as picture:
        try:
            picture.load()
            return _upright_rgb(picture)
        except _BROKEN as error:
            raise BadInput(
                "The picture file is damaged or cut short.", hint="Send the original file again."
            ) from error


def mime_of(data: bytes) -> str:
    """Return the media type of a picture file, read from its content and not from its name."""
    with _opened(data, MAX_PIXELS) as picture:
        return _FORMATS[picture.format or ""]


def saved_as(data: bytes) -> str:
    """Return in words how a picture file was saved: ``JPEG at quality 60``, ``PNG``.

    The quality is that of the nearest table of the Independent JPEG Group (ITU T.81, annex K).
    """
    with _opened(data, MAX_PIXELS) as picture:
        kind = _NAMES.get(picture.format or "", picture.format or "")
        tables = getattr(picture, "quantization", None)
        return f"{kind} at quality {_quality(tables[0])}" if tables else kind


def _quality(table: Sequence[int]) -> int:
    # The table falls in a straight line of its scale: 200 - 2q above 50, 5000 / q below.
    scale = 100 * sum(table) / _TABLE_SUM_AT_50
    if scale > _CLIPPED_ABOVE:
        scale = 100 * table[0] / _FIRST_AT_50
    return round(max(1.0, 5000 / scale if scale > 100 else (200 - scale) / 2))


def encode(pixels: Pixels, mime: Mime, *, quality: int = 92) -> bytes:
    """Return the pixels as a file of that media type; PNG is lossless and ignores ``quality``."""
    buffer = io.BytesIO()
    picture = Image.fromarray(np.ascontiguousarray(pixels), "RGB")
    if mime == "image/png":
        picture.save(buffer, "PNG", compress_level=4)
    elif mime == "image/jpeg":
        picture.save(buffer, "JPEG", quality=quality, subsampling=0 if quality >= 90 else 2)
    elif mime == "image/webp":
        picture.save(buffer, "WEBP", quality=quality, method=2)
    elif mime == "image/avif":
        picture.save(buffer, "AVIF", quality=quality)
    else:
        raise BadInput(f"A picture cannot be written as {mime}.", hint="Choose PNG, JPEG or WebP.")
    return buffer.getvalue()


def _opened(data: bytes, max_pixels: int) -> Image.Image:
    if len(data) > MAX_BYTES:
        raise BadInput(f"The file is over {MAX_BYTES // 2**20} MB.", hint="Send a smaller copy.")
    try:
        with warnings.catch_warnings():
            # Our own limit below is stricter and says so in a sentence.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=tuple(_FORMATS))
    except Image.DecompressionBombError as error:
        raise _too_large(max_pixels) from error
    except _BROKEN as error:
        raise BadInput("The file is not a picture we can read.", hint=f"Send {_KINDS}.") from error
    if picture.width * picture.height > max_pixels or max(picture.size) > MAX_SIDE:
        picture.close()
        raise _too_large(max_pixels)
    return picture


def _too_large(max_pixels: int) -> BadInput:
    return BadInput(
        f"The picture would unpack to more than {max_pixels // 1_000_000} million pixels.",
        hint="Send a smaller copy.",
    )


def _upright_rgb(picture: Image.Image) -> Pixels:
    upright = ImageOps.exif_transpose(picture)
    if upright.mode in {"I;16", "I;16B", "I;16L", "I"}:
        wide = np.asarray(upright, dtype=np.float64) / 257.0
        return np.repeat(np.clip(np.rint(wide), 0, 255).astype(np.uint8)[..., None], 3, axis=2)
    if upright.has_transparency_data:
        layered = upright.convert("RGBA")
        paper = Image.new("RGBA", layered.size, (255, 255, 255, 255))
        upright = Image.alpha_composite(paper, layered)
    return np.array(upright.convert("RGB"), dtype=np.uint8)

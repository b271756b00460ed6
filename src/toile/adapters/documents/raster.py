"""A picture inside an office file or page, as a PNG of sensible size."""

import io
import struct
import warnings

from PIL import Image

_LONGEST = 1600
_MOST_PIXELS = 60_000_000
# No others: some forms that Pillow knows are read by running a program.
_FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP")
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    RuntimeError,
    TypeError,
    IndexError,
    KeyError,
    AttributeError,
    OverflowError,
    struct.error,
    Image.DecompressionBombError,
)


def as_png(data: bytes) -> bytes:
    """Return the picture as PNG, at most 1,600 pixels long; empty for what is not a picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        if image.width * image.height > _MOST_PIXELS:
            return b""
        image.thumbnail((_LONGEST, _LONGEST))
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG")
    except _BROKEN:
        return b""
    return out.getvalue()

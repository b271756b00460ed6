"""A picture inside an office file or page, as a PNG of sensible size."""

import io
import warnings

from PIL import Image

_LONGEST = 1600
_MOST_PIXELS = 60_000_000


def as_png(data: bytes) -> bytes:
    """Return the picture as PNG, at most 1,600 pixels long; empty for what is not a picture."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data))
        if image.width * image.height > _MOST_PIXELS:
            return b""
        image.thumbnail((_LONGEST, _LONGEST))
        out = io.BytesIO()
        image.convert("RGB").save(out, "PNG")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b""
    return out.getvalue()

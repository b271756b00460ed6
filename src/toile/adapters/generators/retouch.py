"""Parts of pictures: growing a region, pasting a part into an original, telling pictures apart.

Knows nothing of models, and loads none.
"""

import io

import numpy as np
from PIL import Image, ImageFilter

from toile.adapters.generators.raster import fitted, mask_image, pasted_back, to_image, to_picture
from toile.domain.maps import Mask
from toile.domain.painting import Drift
from toile.domain.pictures import Picture


class PixelRetouch:
    """The port ``Retouch`` on arrays."""

    def grown(self, mask: Mask, by: int) -> Mask:
        """Return the mask wider by so many pixels, so that soft outlines change with the part."""
        if by < 1 or mask.empty:
            return mask
        image = Image.frombytes("L", (mask.width, mask.height), mask.alpha)
        # Several small filters are far cheaper than one wide one.
        for _ in range(by):
            image = image.filter(ImageFilter.MaxFilter(3))
        return Mask(mask.width, mask.height, image.tobytes())

    def pasted(self, original: Picture, changed: Picture, mask: Mask) -> tuple[Picture, Drift]:
        """Return the change inside the mask and the original outside, with the drift measured."""
        size = (original.width, original.height)
        mixed, drift = pasted_back(
            to_image(original), fitted(to_image(changed), size), mask_image(mask, size)
        )
        return to_picture(mixed), drift

    def apart(self, picture: Picture, data: bytes) -> float:
        """Return how far a picture is from one on file at the middle pixel, 0 to 255.

        The middle, since the marks on file cover some pixels wholly and move the rest by a little.
        """
        filed = fitted(Image.open(io.BytesIO(data)).convert("RGB"), (picture.width, picture.height))
        one = np.asarray(to_image(picture), np.int16)
        return float(np.median(np.abs(one - np.asarray(filed, np.int16))))

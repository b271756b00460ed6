"""The order of marking: overlay, invisible id at the final size, file, words, credential last.

The steps are given, so this knows their order and none of their technologies. Any byte written
after the credential breaks it, which is why nothing here comes after ``sign``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from toile.domain.errors import BadInput
from toile.domain.marking import Marked, MarkFacts, MarkReading
from toile.domain.marks import (
    Claims,
    IconKind,
    ManifestReading,
    OverlayStyle,
    PictureFacts,
    Reading,
    Signed,
)
from toile.domain.pictures import Picture

Pixels = npt.NDArray[np.uint8]
# JPEG goes into a PDF or a slide byte for byte, credential included; WebP is small on a page.
WHOLE, SMALL = "image/jpeg", "image/webp"
QUALITY = 93


class Overlay(Protocol):
    """The mark for eyes."""

    def apply(
        self,
        pixels: Pixels,
        *,
        label: str,
        disclosure: str | None,
        icon: IconKind | None,
        style: OverlayStyle,
    ) -> Pixels: ...


class Hidden(Protocol):
    """The mark for machines, in the pixels."""

    def embed(self, pixels: Pixels, mark_id: int) -> Pixels: ...
    def read(self, pixels: Pixels, issued: Sequence[int] | None = None) -> Reading: ...


class Words(Protocol):
    """Metadata inside the file."""

    def write(self, data: bytes, mime: str, facts: PictureFacts) -> bytes: ...
    def read(self, data: bytes) -> PictureFacts | None: ...


class Signer(Protocol):
    """The signed credential."""

    def sign(self, data: bytes, mime: str, claims: Claims) -> Signed: ...
    def read(self, data: bytes, mime: str) -> ManifestReading | None: ...


@dataclass(frozen=True)
class MarkChain:
    """The port ``Marker``: everything a picture must carry before it may touch disk."""

    overlay: Overlay
    hidden: Hidden
    words: Words
    signer: Signer
    encode: Callable[..., bytes]
    decode: Callable[[bytes], Pixels]
    mime_of: Callable[[bytes], str]

    def mark(self, picture: Picture, facts: MarkFacts) -> Marked:
        """Return the picture as a marked, signed file at its own size."""
        return self._marked(_pixels(picture), facts, WHOLE)

    def smaller(self, picture: Picture, facts: MarkFacts, longest: int) -> Marked:
        """Return a marked, signed copy made from the clean master, never from an old mark."""
        scale = min(1.0, longest / max(picture.width, picture.height))
        size = (round(picture.width * scale), round(picture.height * scale))
        pixels = cv2.resize(_pixels(picture), size, interpolation=cv2.INTER_AREA)
        return self._marked(pixels.astype(np.uint8), facts, SMALL)

    def read(self, data: bytes, issued: Sequence[int] = ()) -> MarkReading:
        """Return what a found file carries: credential, then words, then the pixels themselves."""
        mime = self.mime_of(data)
        manifest = self.signer.read(data, mime) if mime != "image/gif" else None
        facts = self._words(data)
        hidden = self.hidden.read(self.decode(data), issued or None)
        return MarkReading(
            manifest=manifest,
            facts=facts,
            mark_id=hidden.mark_id,
            how=hidden.how,
            wrong_by_chance=hidden.mistaken,
            geometry=_told(hidden),
        )

    def _words(self, data: bytes) -> PictureFacts | None:
        try:
            return self.words.read(data)
        except BadInput:
            # Broken metadata of a stranger's file says nothing; the pixels still may.
            return None

    def _marked(self, pixels: Pixels, facts: MarkFacts, mime: str) -> Marked:
        seen = self.overlay.apply(
            pixels,
            label=facts.label,
            disclosure=facts.disclosure,
            icon=facts.icon,
            style=facts.style,
        )
        hidden = self.hidden.embed(seen, facts.mark_id)
        data = self.words.write(self.encode(hidden, mime, quality=QUALITY), mime, facts.facts)
        signed = self.signer.sign(data, mime, facts.claims)
        height, width = hidden.shape[:2]
        return Marked(
            data=signed.data,
            mime=mime,
            width=width,
            height=height,
            mark_id=facts.mark_id,
            manifest=signed.manifest,
        )


def _pixels(picture: Picture) -> Pixels:
    flat = np.frombuffer(picture.rgb, dtype=np.uint8)
    return flat.reshape(picture.height, picture.width, 3)


def _told(reading: Reading) -> str:
    if reading.geometry is None:
        return ""
    where = reading.geometry
    turned = f", turned {where.angle_degrees:.1f} degrees" if abs(where.angle_degrees) > 0.2 else ""
    return f"{where.found_by}, scale {where.scale:.2f}{turned}"

"""The order of marking: overlay, invisible id at the final size, file, words, credential last.

The steps are given, so this knows their order and none of their technologies. Any byte written
after the credential breaks it, which is why nothing here comes after ``sign``.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import cv2
import numpy as np
import numpy.typing as npt

from toile.adapters.marks.invisible.layout import CANONICAL
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
_FILLS = 0.8


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
    def read_all(
        self, pixels: Pixels, issued: Sequence[int] | None = None
    ) -> tuple[Reading, ...]: ...


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
    # A picture is one view; a document has one a page.
    views: Callable[[bytes], Iterable[Pixels]]
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
        """Return what a found file carries: credential, then words, then the pixels themselves.

        A collage or a document may hold several marks: the first leads, the others are named.
        """
        mime = self.mime_of(data)
        manifest = self.signer.read(data, mime) if mime != "image/gif" else None
        readings = self._hidden(data, issued or None)
        hidden = readings[0]
        return MarkReading(
            manifest=manifest,
            facts=self._words(data),
            mark_id=hidden.mark_id,
            how=hidden.how,
            wrong_by_chance=hidden.mistaken,
            geometry=_told(hidden),
            also=tuple(other.mark_id for other in readings[1:] if other.mark_id is not None),
        )

    def _hidden(self, data: bytes, issued: Sequence[int] | None) -> tuple[Reading, ...]:
        found: dict[int | None, Reading] = {}
        for view in self.views(data):
            reading = self.hidden.read(view, issued)
            found.setdefault(reading.mark_id, reading)
            if _leaves_room(reading, view):
                for other in self.hidden.read_all(view, issued):
                    found.setdefault(other.mark_id, other)
        named = tuple(reading for reading in found.values() if reading.found)
        return named or tuple(found.values())

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


def _leaves_room(reading: Reading, view: Pixels) -> bool:
    """Whether the view is so much larger than the marked picture that others may be beside it."""
    if reading.geometry is None:
        return True
    return bool(reading.geometry.scale * CANONICAL < _FILLS * min(view.shape[:2]))


def _told(reading: Reading) -> str:
    if reading.geometry is None:
        return ""
    where = reading.geometry
    turned = f", turned {where.angle_degrees:.1f} degrees" if abs(where.angle_degrees) > 0.2 else ""
    return f"{where.found_by}, scale {where.scale:.2f}{turned}"

"""The order of marking: overlay, invisible id at the final size, file, words, credential last.

The steps are given, so this knows their order and none of their technologies. Any byte written
after the credential breaks it, which is why nothing here comes after ``sign``.
"""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
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
Plane = npt.NDArray[np.float32]
# JPEG goes into a PDF or a slide byte for byte, credential included; WebP is small on a page.
WHOLE, SMALL = "image/jpeg", "image/webp"
QUALITY, SMALL_QUALITY = 93, 90
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

    def pattern(self, pixels: Pixels, mark_id: int) -> Plane: ...
    def laid(self, pixels: Pixels, pattern: Plane) -> Pixels: ...
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

    def sizes(
        self, picture: Picture, facts: MarkFacts, longest: Sequence[int]
    ) -> tuple[Marked, ...]:
        """Return the picture at its own size, then a smaller copy for each longest side.

        Each is made from the clean picture, never from an old mark. What hides the mark in the
        picture hides it in its copies, so it is worked out once.
        """
        whole = _pixels(picture)
        seen = [self._overlaid(_shrunk(whole, side), facts) for side in (None, *longest)]
        pattern = self.hidden.pattern(seen[0], facts.mark_id)
        mimes = (WHOLE, *(SMALL for _ in longest))

        def finish(pixels: Pixels, mime: str) -> Marked:
            return self._finished(self.hidden.laid(pixels, pattern), facts, mime)

        # The encoders and the signer work outside Python's lock.
        with ThreadPoolExecutor(len(mimes)) as pool:
            return tuple(pool.map(finish, seen, mimes))

    def smaller(self, picture: Picture, facts: MarkFacts, longest: int) -> Marked:
        """Return one marked, signed copy made from the clean picture."""
        seen = self._overlaid(_shrunk(_pixels(picture), longest), facts)
        pattern = self.hidden.pattern(seen, facts.mark_id)
        return self._finished(self.hidden.laid(seen, pattern), facts, SMALL)

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

    def _overlaid(self, pixels: Pixels, facts: MarkFacts) -> Pixels:
        return self.overlay.apply(
            pixels,
            label=facts.label,
            disclosure=facts.disclosure,
            icon=facts.icon,
            style=facts.style,
        )

    def _finished(self, pixels: Pixels, facts: MarkFacts, mime: str) -> Marked:
        quality = QUALITY if mime == WHOLE else SMALL_QUALITY
        data = self.words.write(self.encode(pixels, mime, quality=quality), mime, facts.facts)
        signed = self.signer.sign(data, mime, facts.claims)
        height, width = pixels.shape[:2]
        return Marked(
            data=signed.data,
            mime=mime,
            width=width,
            height=height,
            mark_id=facts.mark_id,
            manifest=signed.manifest,
        )


def _shrunk(pixels: Pixels, longest: int | None) -> Pixels:
    scale = 1.0 if longest is None else longest / max(pixels.shape[:2])
    if scale >= 1:
        return pixels
    size = (round(pixels.shape[1] * scale), round(pixels.shape[0] * scale))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


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

"""The order of marking: overlay, invisible id at the final size, file, words, credential last.

The steps are given, so this knows their order and none of their technologies. Any byte written
after the credential breaks it, which is why nothing here comes after ``sign``.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
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
Plane = npt.NDArray[np.float32]
# JPEG goes into a PDF or a slide byte for byte, credential included; WebP is small on a page.
WHOLE, SMALL = "image/jpeg", "image/webp"
QUALITY, SMALL_QUALITY = 93, 90
_NOTHING = Reading(mark_id=None, how="none", key_version=None, mistaken=0.0)


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
    def require_signing(self, at: datetime) -> None: ...
    def read(self, data: bytes, mime: str) -> ManifestReading | None: ...
    def read_detached(self, data: bytes, mime: str, manifest: bytes) -> ManifestReading | None: ...


class View(Protocol):
    """One sight of a file; ``drawn`` is a page with all that is on it."""

    @property
    def pixels(self) -> Pixels: ...
    @property
    def file(self) -> bytes | None: ...
    @property
    def place(self) -> str: ...
    @property
    def drawn(self) -> bool: ...
    @property
    def saved_as(self) -> str: ...


@dataclass(frozen=True)
class MarkChain:
    """The port ``Marker``: everything a picture must carry before it may touch disk."""

    overlay: Overlay
    hidden: Hidden
    words: Words
    signer: Signer
    encode: Callable[..., bytes]
    # A picture is one view; a document has one a page and one a picture on it.
    views: Callable[[bytes], Iterable[View]]
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

    def require_signing(self, at: datetime) -> None:
        """Raise ``MarkFailed`` where no picture could be signed at this instant."""
        self.signer.require_signing(at)

    def read(self, data: bytes, issued: Sequence[int] = ()) -> MarkReading:
        """Return what a found file carries: credential, then words, then the pixels themselves.

        A collage or a document may hold several marks: the first leads, the others come with it.
        """
        found: dict[int | None, MarkReading] = {}
        told: set[str] = set()
        for view in self.views(data):
            # A page is drawn as a whole only where the pictures on it said nothing.
            if view.drawn and view.place in told:
                continue
            for reading in self._seen(view, issued or None):
                found[reading.mark_id] = _better(found.get(reading.mark_id), reading)
                told |= {view.place} if reading.mark_id is not None else set()
        named = [reading for mark, reading in found.items() if mark is not None]
        lead, *others = named or list(found.values()) or [MarkReading()]
        return lead.model_copy(update={"also": tuple(others)})

    def kept(self, data: bytes, manifest: bytes) -> ManifestReading | None:
        """Return what a credential kept by id says of a file that lost its own."""
        return self.signer.read_detached(data, self.mime_of(data), manifest)

    def _seen(self, view: View, issued: Sequence[int] | None) -> Iterator[MarkReading]:
        manifest = self._credential(view.file) if view.file else None
        facts = self._words(view.file) if view.file else None
        height, width = view.pixels.shape[:2]
        hidden = self.hidden.read_all(view.pixels, issued) or (_NOTHING,)
        for number, one in enumerate(hidden):
            ours = manifest is not None and manifest.mark_id == one.mark_id
            yield MarkReading(
                manifest=manifest if ours or len(hidden) == 1 else None,
                facts=facts if number == 0 else None,
                mark_id=one.mark_id,
                how=one.how,
                wrong_by_chance=one.mistaken,
                retired=one.retired,
                geometry=one.geometry,
                size=(width, height),
                saved_as=view.saved_as,
                places=(view.place,) if view.place else (),
            )

    def _credential(self, file: bytes) -> ManifestReading | None:
        return self.signer.read(file, self.mime_of(file))

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


def _better(before: MarkReading | None, now: MarkReading) -> MarkReading:
    """Return the reading with the stronger evidence, seen at the places of both."""
    if before is None:
        return now
    stronger = now if before.manifest is None and now.manifest is not None else before
    places = tuple(dict.fromkeys((*before.places, *now.places)))
    return stronger.model_copy(update={"places": places})

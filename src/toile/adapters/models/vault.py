"""Twins' own weights and capture pictures at rest: encrypted, bound to a licence, gone with it.

All of them are a likeness: biometric assets like the capture itself. Each licence has a key of its
own, so destroying that key ends every copy; a backup has what is sealed and never a key. Knows
nothing of how weights are made or worn; who asks has decided that the licence holds.
"""

import hashlib
import io
import json
import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from PIL import Image, UnidentifiedImageError

from toile.adapters.models.licence_keys import LicenceKeys, file_name, written
from toile.adapters.models.soundness import broken_header
from toile.domain.errors import BadInput, NotAllowed, NotFound
from toile.domain.ids import LicenceId, TwinId
from toile.domain.painting import KeptLikeness, LikenessKind, Reference, TwinWeights
from toile.domain.pictures import Picture

_NONCE = 12
_END = b"\n"
_LONGEST = 1024
_MOST_PIXELS = 64_000_000


class TwinVault:
    """A folder of sealed likenesses and, apart from it, a folder of keys."""

    def __init__(self, folder: Path, keys: LicenceKeys) -> None:
        self._folder = folder
        self._keys = keys

    def keep(
        self,
        twin: TwinId,
        licence: LicenceId,
        data: bytes,
        on: datetime,
        kind: LikenessKind = "weights",
    ) -> KeptLikeness:
        """Seal weights or a picture of a twin under the key of one licence.

        New weights replace the ones before; pictures gather. A picture is kept small and without
        whatever its file said of itself. Where the key is lost, what it kept makes room.
        """
        sealed = _whole_weights(twin, data) if kind == "weights" else _small_picture(twin, data)
        kept = KeptLikeness(
            twin=twin,
            licence=licence,
            kind=kind,
            sha256=hashlib.sha256(sealed).hexdigest(),
            kept_on=on,
        )
        head = kept.model_dump_json().encode("utf-8")
        nonce = os.urandom(_NONCE)
        lost = self._keys.known(licence) is None
        body = AESGCM(self._keys.made(licence)).encrypt(nonce, sealed, head)
        if lost:
            # Nothing opens these any more, and they would stand in the way of what does.
            self._drop(licence)
        written(self._place(kept), head + _END + nonce + body)
        return kept

    def listed(self) -> tuple[KeptLikeness, ...]:
        """Return what is kept of whom under which licence; opens nothing."""
        return tuple(_head(path) for path in sorted(self._folder.glob("*.sealed")))

    def opened(
        self, twin: TwinId, holding: Collection[LicenceId], *, strength: float = 1.0
    ) -> TwinWeights | None:
        """Return a twin's weights in memory, or ``None`` when there are none.

        ``holding`` are the licences that allow this use now. Raises ``NotAllowed`` when the one
        the weights are bound to is not among them.
        """
        for kept in self._of(twin):
            if kept.kind == "weights":
                data = self._unsealed(kept, holding)
                return TwinWeights(twin=twin, digest=kept.sha256, strength=strength, data=data)
        return None

    def references(self, twin: TwinId, holding: Collection[LicenceId]) -> tuple[Reference, ...]:
        """Return a twin's pictures in memory, faces first; like ``opened`` in all else."""
        pictures = sorted(self._of(twin), key=lambda kept: (kept.kind, kept.kept_on, kept.sha256))
        return tuple(
            Reference(twin, kept.kind, _picture(self._unsealed(kept, holding)))
            for kept in pictures
            if kept.kind != "weights"
        )

    def locked(self) -> tuple[KeptLikeness, ...]:
        """Return what is kept and cannot be opened: its key is not here."""
        return tuple(kept for kept in self.listed() if self._keys.known(kept.licence) is None)

    def forget(self, licence: LicenceId) -> tuple[TwinId, ...]:
        """Destroy the licence's key and everything under it; return whose it was."""
        self._keys.destroy(licence)
        return self._drop(licence)

    def _drop(self, licence: LicenceId) -> tuple[TwinId, ...]:
        gone = [kept for kept in self.listed() if kept.licence == licence]
        for kept in gone:
            self._place(kept).unlink(missing_ok=True)
        return tuple(dict.fromkeys(kept.twin for kept in gone))

    def _of(self, twin: TwinId) -> list[KeptLikeness]:
        return [kept for kept in self.listed() if kept.twin == twin]

    def _unsealed(self, kept: KeptLikeness, holding: Collection[LicenceId]) -> bytes:
        if kept.licence not in holding:
            raise NotAllowed(
                f"The {kept.kind} of twin {kept.twin} belong to licence {kept.licence}, which "
                "does not hold for this use.",
                hint="Draft without them, or ask for a licence that covers it.",
            )
        head, _, body = self._place(kept).read_bytes().partition(_END)
        try:
            return AESGCM(self._key(kept.licence)).decrypt(body[:_NONCE], body[_NONCE:], head)
        except InvalidTag as error:
            raise BadInput(
                f"The {kept.kind} of twin {kept.twin} were changed on disk, so they are not used.",
                hint="Add them again.",
            ) from error

    def _place(self, kept: KeptLikeness) -> Path:
        # One file for a twin's weights; one for each picture.
        which = "" if kept.kind == "weights" else f"-{kept.sha256[:16]}"
        return self._folder / f"{file_name(kept.twin)}-{kept.kind}{which}.sealed"

    def _key(self, licence: LicenceId) -> bytes:
        key = self._keys.known(licence)
        if key is None and not self._keys.destroyed(licence):
            raise NotFound(
                f"The key of licence {licence} is not here, so what it kept cannot be opened.",
                hint="Put it back into keys/twin-weights, or keep the likeness again.",
            )
        if key is None:
            raise NotFound(
                f"The key of licence {licence} is gone, and what it kept with it.",
                hint="Only a new capture under a new licence brings it back.",
            )
        return key


def _whole_weights(twin: TwinId, data: bytes) -> bytes:
    if why := broken_header(data):
        raise BadInput(
            f"The weights for twin {twin} are not whole safetensors: {why}.",
            hint="Export them again.",
        )
    return data


def _small_picture(twin: TwinId, data: bytes) -> bytes:
    try:
        image = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
        if image.width * image.height > _MOST_PIXELS:
            raise BadInput(f"The picture of twin {twin} is too large.", hint="Send a smaller copy.")
        upright = image.convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise BadInput(
            f"The picture of twin {twin} cannot be read.", hint="Send PNG, JPEG or WebP."
        ) from error
    upright.thumbnail((_LONGEST, _LONGEST))
    buffer = io.BytesIO()
    upright.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _picture(data: bytes) -> Picture:
    image = Image.open(io.BytesIO(data), formats=("PNG",))
    return Picture(image.width, image.height, image.tobytes())


def _head(path: Path) -> KeptLikeness:
    with path.open("rb") as file:
        line = file.readline()
    try:
        return KeptLikeness.model_validate(json.loads(line))
    except ValueError as error:
        raise BadInput(f"{path.name} is not a sealed likeness.") from error

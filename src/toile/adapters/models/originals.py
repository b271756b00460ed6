"""Clean pictures of drafts at rest: encrypted, each under all the licences that allowed it.

A picture opens only for who holds all its licences, and only while none of their keys was
destroyed: it ends with the first of them, in every copy. Knows nothing of who may edit what.
"""

import errno
import io
import json
import logging
import os
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from PIL import Image

from toile.adapters.models.licence_keys import LicenceKeys, file_name, written
from toile.domain.errors import NotAllowed, ServiceUnavailable
from toile.domain.ids import DraftId
from toile.domain.pictures import Picture

log = logging.getLogger(__name__)
_NONCE = 12
_END = b"\n"
# A shot without people has no licence; what is kept of it is under the studio's own key.
_NOBODY = ("",)
# A picture is sealed a moment before its draft is on file; one so old waits for none any more.
_LEFT_SECONDS = 3600


class SealedOriginals:
    """A folder of sealed pictures, a file a draft."""

    def __init__(self, folder: Path, keys: LicenceKeys) -> None:
        self._folder = folder
        self._keys = keys

    def keep(self, draft: DraftId, licences: Sequence[str], picture: Picture) -> None:
        """Seal the clean picture of a draft under its licences; not where one was withdrawn."""
        under = tuple(sorted(licences)) or _NOBODY
        head = json.dumps({"draft": draft, "licences": under}).encode("utf-8")
        nonce = os.urandom(_NONCE)
        try:
            key = _joined([self._keys.made(licence) for licence in under])
            body = AESGCM(key).encrypt(nonce, _packed(picture), head)
            written(self._place(draft), head + _END + nonce + body)
        except NotAllowed:
            # Withdrawn while it was drawn; whoever keeps the draft decides about that.
            log.info("original not kept, licence withdrawn", extra={"draft": draft})
        except OSError as error:
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            room = "Make room on the disk of the data folder" if full else "Mend the data folder"
            raise ServiceUnavailable(
                f"The picture could not be kept for later changes: {error.strerror or error}.",
                hint=f"{room}, then draft it again.",
            ) from error

    def opened(self, draft: DraftId, holding: Collection[str]) -> Picture | None:
        """Return the clean picture of a draft, or ``None`` where it is not to be had.

        ``holding`` are the licences that allow this use now; all it was sealed under must be among
        them.
        """
        try:
            head, _, body = self._place(draft).read_bytes().partition(_END)
            told = _told(head)
            keys = [self._keys.known(licence) for licence in told.licences or _NOBODY]
            whole = [key for key in keys if key is not None]
            if told.draft != draft or len(whole) < len(keys):
                return None
            if not set(told.licences) <= set(holding):
                log.info("original kept under another licence", extra={"draft": draft})
                return None
            return _unpacked(AESGCM(_joined(whole)).decrypt(body[:_NONCE], body[_NONCE:], head))
        except FileNotFoundError:
            return None
        except (InvalidTag, ValueError) as error:
            # The draft's own record tells whether what is made in its place is the same picture.
            log.warning(
                "kept original damaged", extra={"draft": draft, "why": type(error).__name__}
            )
            return None

    def forget(self, drafts: Sequence[DraftId]) -> None:
        """Delete what is kept of drafts; deleting it twice is no fault."""
        for draft in drafts:
            self._place(draft).unlink(missing_ok=True)

    def sweep(self, holds: Callable[[DraftId, tuple[str, ...]], bool]) -> int:
        """Delete pictures for whose draft and licences ``holds`` is not true; return how many."""
        before, count = time.time() - _LEFT_SECONDS, 0
        try:
            self._keys.tidy()
            for path, told in self._heads(before):
                if told is None or not holds(*told):
                    path.unlink(missing_ok=True)
                    count += 1
        except OSError as error:
            # What is left over harms no drawing; the next sweep tries again.
            log.warning("sweep not finished", extra={"why": error.strerror or str(error)})
        return count

    def _heads(self, before: float) -> Iterator[tuple[Path, "_Told | None"]]:
        for path in [*self._folder.glob("*.sealed"), *self._folder.glob(".part-*")]:
            # Another process may sweep at the same moment.
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before:
                    yield path, _read_head(path) if path.suffix == ".sealed" else None

    def _place(self, draft: DraftId) -> Path:
        return self._folder / f"{file_name(draft)}.sealed"


class _Told(NamedTuple):
    draft: DraftId
    licences: tuple[str, ...]


def _told(head: bytes) -> _Told:
    """Return what is sealed under what; raises ``ValueError`` for what is no head."""
    said = json.loads(head)
    try:
        return _Told(DraftId(said["draft"]), tuple(str(name) for name in said["licences"] if name))
    except (KeyError, TypeError) as error:
        raise ValueError("not the head of a sealed picture") from error


def _read_head(path: Path) -> _Told | None:
    with path.open("rb") as file:
        line = file.readline()
    try:
        return _told(line)
    except ValueError:
        return None


def _joined(keys: Sequence[bytes]) -> bytes:
    """Return the one key that takes all of these to make."""
    return HKDF(SHA256(), 32, salt=None, info=b"toile original").derive(b"".join(keys))


def _packed(picture: Picture) -> bytes:
    buffer = io.BytesIO()
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def _unpacked(data: bytes) -> Picture:
    image = Image.open(io.BytesIO(data), formats=("PNG",))
    return Picture(image.width, image.height, image.tobytes())

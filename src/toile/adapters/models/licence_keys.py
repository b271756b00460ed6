"""One key a licence, in a folder apart from what they open; a destroyed key ends every copy.

A destroyed licence leaves a mark and never gets a key again: neither a drawing that is under way
nor a key file that is put back from somewhere opens or seals anything under it.
"""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from filelock import FileLock

from toile.domain.errors import NotAllowed, ServiceUnavailable

_BITS = 256
_PATIENCE_SECONDS = 30.0


class LicenceKeys:
    """The keys of what is sealed under licences."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def made(self, licence: str) -> bytes:
        """Return the key of a licence, made at first use.

        Raises ``NotAllowed`` where it was destroyed.
        """
        if key := self.known(licence):
            return key
        with self._alone():
            if self.destroyed(licence):
                raise NotAllowed(
                    f"Licence {licence} was withdrawn here: nothing is kept under it any more.",
                    hint="Only a new licence keeps something again.",
                )
            if key := self.known(licence):
                return key
            self._tidy()
            key = AESGCM.generate_key(bit_length=_BITS)
            _written_through(self._place(licence), key)
            return key

    def known(self, licence: str) -> bytes | None:
        """Return the key of a licence, or ``None`` where it was destroyed or is not here."""
        if self.destroyed(licence):
            return None
        try:
            key = self._place(licence).read_bytes()
        except FileNotFoundError:
            return None
        # Half a key is of a writer that was killed: nothing was sealed with it.
        return key if len(key) == _BITS // 8 else None

    def destroyed(self, licence: str) -> bool:
        """Tell whether the key of a licence was destroyed here."""
        return self._mark(licence).exists()

    def destroy(self, licence: str) -> None:
        """End everything that the key of a licence opens, now and for ever."""
        try:
            with self._alone():
                try:
                    _written_through(self._mark(licence), b"")
                finally:
                    # A full disk has no room for the mark; the key goes all the same.
                    self._place(licence).unlink(missing_ok=True)
                self._tidy()
        except OSError as error:
            raise ServiceUnavailable(
                f"That the key of licence {licence} is destroyed could not be noted: "
                f"{error.strerror or error}.",
                hint="Make room on the disk of the data folder, then revoke it again.",
            ) from error

    def tidy(self) -> None:
        """Take away keys where none may lie: half written ones, and destroyed ones put back."""
        if self._folder.is_dir():
            with self._alone():
                self._tidy()

    def _tidy(self) -> None:
        for left in self._folder.glob(".part-*"):
            left.unlink(missing_ok=True)
        for mark in self._folder.glob("*.gone"):
            mark.with_suffix(".key").unlink(missing_ok=True)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with FileLock(self._folder / ".lock", timeout=_PATIENCE_SECONDS, mode=0o600):
            yield

    def _place(self, licence: str) -> Path:
        return self._folder / f"{file_name(licence)}.key"

    def _mark(self, licence: str) -> Path:
        return self._folder / f"{file_name(licence)}.gone"


def file_name(name: str) -> str:
    """Return a name that every file system takes for an id that may hold any character."""
    return hashlib.sha256(name.encode("utf-8")).hexdigest()[:32]


def written(place: Path, data: bytes) -> None:
    """Write a file that its owner alone may read, whole or not at all; not for keys."""
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(beside, place)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise


def _written_through(place: Path, data: bytes) -> None:
    """Write a small file in its own place, and no copy of it beside, down to the disk."""
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        place.unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    # Without this the name itself may be lost in a power cut.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

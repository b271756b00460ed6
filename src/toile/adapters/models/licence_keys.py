"""One key a licence, in a folder apart from what they open; a destroyed key ends every copy."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM


class LicenceKeys:
    """The keys of what is sealed under licences."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def made(self, licence: str) -> bytes:
        """Return the key of a licence, made at first use."""
        place = self._place(licence)
        if not place.is_file():
            beside = _beside(place, AESGCM.generate_key(bit_length=256))
            # Another drawing may have made it in this moment, and sealed something with it.
            with suppress(FileExistsError):
                os.link(beside, place)
            beside.unlink()
        return place.read_bytes()

    def known(self, licence: str) -> bytes | None:
        """Return the key of a licence, or ``None`` where it was destroyed or never made."""
        try:
            return self._place(licence).read_bytes()
        except FileNotFoundError:
            return None

    def destroy(self, licence: str) -> None:
        """End everything that the key of a licence opens."""
        self._place(licence).unlink(missing_ok=True)

    def _place(self, licence: str) -> Path:
        return self._folder / f"{file_name(licence)}.key"


def file_name(name: str) -> str:
    """Return a name that every file system takes for an id that may hold any character."""
    return hashlib.sha256(name.encode("utf-8")).hexdigest()[:32]


def written(place: Path, data: bytes) -> None:
    """Write a file that its owner alone may read, whole or not at all."""
    _beside(place, data).replace(place)


def _beside(place: Path, data: bytes) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
    except OSError:
        Path(beside).unlink()
        raise
    return Path(beside)

"""Marked pictures and manifests in a folder, each file named by the SHA-256 of its bytes.

A file is complete or absent: written beside its place, synced, then renamed. What is read is
hashed again. Knows nothing of what a picture shows.
"""

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from toile.domain.errors import BadInput, NotFound, ServiceUnavailable
from toile.domain.ids import ImageHash

_PART = ".part-"
# Nobody writes at one picture for so long: whoever began it was killed.
_LEFT_SECONDS = 3600
MIMES = frozenset({"image/jpeg", "image/png", "image/webp", "application/c2pa", "application/json"})


class ImageFolder:
    """The ``Images`` port on a local or shared disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes, mime: str) -> ImageHash:
        """Store bytes and return their name; the same bytes are stored once."""
        if mime not in MIMES:
            raise BadInput(f"Pictures of the kind {mime!r} are not kept.")
        name = ImageHash(hashlib.sha256(data).hexdigest())
        place = self._place(name)
        if not _holds(place, data):
            with _translated():
                _write(place, data)
        return name

    def get(self, image: ImageHash) -> bytes:
        """Return the bytes of a name, verified; refuse what is missing or damaged."""
        place = self._place(image)
        try:
            data = place.read_bytes()
        except FileNotFoundError as error:
            raise NotFound(
                f"The picture {image[:12]} is not in the folder.",
                hint="It was withdrawn and deleted, or the folder came from an older backup.",
            ) from error
        except OSError as error:
            raise _sentence(error) from error
        if hashlib.sha256(data).hexdigest() != image:
            raise ServiceUnavailable(
                f"The picture {image[:12]} is damaged on disk; it is not shown.",
                hint="Draft the shot again, or bring back a backup with `toile restore`.",
            )
        return data

    def forget(self, image: ImageHash) -> None:
        """Delete a picture for good; deleting it twice is no fault."""
        with _translated():
            self._place(image).unlink(missing_ok=True)

    def _place(self, image: str) -> Path:
        if len(image) != 64 or not set(image) <= set("0123456789abcdef"):
            raise BadInput(f"{image[:80]!r} is not the name of a picture.")
        return self._folder / image[:2] / image


def _holds(place: Path, data: bytes) -> bool:
    # A file damaged since is written anew, so its size alone does not vouch for it.
    try:
        return place.read_bytes() == data
    except OSError:
        return False


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=place.parent, prefix=_PART)
    try:
        with os.fdopen(handle, "wb") as file:
            _sweep(place.parent, os.fstat(file.fileno()).st_mtime - _LEFT_SECONDS)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, place)
    except OSError:
        Path(beside).unlink(missing_ok=True)
        raise
    _sync_folder(place.parent)


def _sweep(folder: Path, before: float) -> None:
    """Take away what a killed writer left half written."""
    for left in folder.glob(f"{_PART}*"):
        # Another writer may sweep at the same moment.
        with suppress(FileNotFoundError):
            if left.stat().st_mtime < before:
                left.unlink()


def _sync_folder(folder: Path) -> None:
    # Without this the rename itself may be lost in a power cut.
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _sentence(error) from error


def _sentence(error: OSError) -> ServiceUnavailable:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return ServiceUnavailable(
            "The disk is full; the picture was not kept.", hint="Free some space and try again."
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ServiceUnavailable(
            "The picture folder may not be read or written.",
            hint="Give yourself the right to it, or choose another folder with TOILE_HOME.",
        )
    return ServiceUnavailable(
        "The picture folder did not answer.", hint=f"The system said: {error.strerror or error}."
    )

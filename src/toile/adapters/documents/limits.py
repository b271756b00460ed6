"""How large a document may be before it is refused. Knows no format."""

import io
import zipfile
from dataclasses import dataclass

from toile.domain.errors import DocumentUnreadable


@dataclass(frozen=True)
class Limits:
    """Bounds of one file; ``seconds`` and ``memory`` hold in the reading process.

    ``stalled`` is how many seconds one page may take: a file of a few hundred bytes can send a
    reader in circles.
    """

    bytes: int = 200 * 2**20
    unpacked: int = 600 * 2**20
    pages: int = 2_000
    characters: int = 8_000_000
    pictures: int = 400
    seconds: int = 240
    stalled: int = 60
    memory: int = 3 * 2**30


def refuse_zip_bomb(data: bytes, name: str, limits: Limits) -> None:
    """Refuse an office file whose parts unpack to more than the limit, before unpacking."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    # NotImplementedError: the file asks for a version of ZIP that does not exist yet.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise DocumentUnreadable(
            f"{name} is damaged: it is not a whole office file.",
            hint="Open it where it was made, save it again, or export it as PDF.",
        ) from error
    if any(part.flag_bits & 0x1 for part in parts):
        raise locked(name)
    if sum(part.file_size for part in parts) > limits.unpacked or len(parts) > 20_000:
        raise DocumentUnreadable(
            f"{name} unpacks to far more than a guideline holds and was not opened.",
            hint="Export the book as PDF, or split it.",
        )


def locked(name: str) -> DocumentUnreadable:
    """Return the fault of a file under a password."""
    return DocumentUnreadable(
        f"{name} is locked with a password.", hint="Save a copy without a password and add that."
    )


def damaged(name: str, kind: str) -> DocumentUnreadable:
    """Return the fault of a file that its own reader gives up on."""
    return DocumentUnreadable(
        f"{name} could not be read as {kind}: it is damaged or not what its name says.",
        hint="Open it where it was made and export it again.",
    )

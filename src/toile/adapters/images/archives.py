"""Takes the files out of decks, documents and archives: PowerPoint, Word, Excel, ZIP, TAR.

The first four are ZIP files. Nothing is unpacked to disk, and a file that would unpack to more than
a limit is refused before it is read.
"""

import io
import lzma
import re
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from toile.domain.errors import BadInput, DocumentUnreadable

_MOST_BYTES: Final = 64 * 1024 * 1024
_MOST_UNPACKED: Final = 256 * 1024 * 1024
_MOST_PICTURES: Final = 120
# Photographs hardly shrink in an archive; what unpacks to hundreds of times its size is no picture.
_SMALL: Final = 4 * 2**20
_RATIO: Final = 200
# Every entry of a TAR is read on the way to the next.
_MOST_ENTRIES: Final = 10_000
_BLOCK: Final = 512
# A slide's list of links is a few kilobytes.
_MOST_LINKS: Final = 2**20
_BROKEN: Final = (
    zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, OSError, KeyError,
    struct.error, zlib.error, lzma.LZMAError, MemoryError, tarfile.TarError,
)  # fmt: skip
_LOOKED_AT: Final = re.compile(
    r"\.(jpe?g|png|webp|avif|gif|tiff?|bmp|pdf|zip|tar|pptx|docx|xlsx)$", re.IGNORECASE
)
_SLIDE: Final = re.compile(r"ppt/slides/_rels/slide(\d+)\.xml\.rels")
_MEDIA: Final = re.compile(r"media/([^\"/]+)\"")


@dataclass
class Allowance:
    """What may still be taken out of one dropped file, archives inside it included."""

    files: int = _MOST_PICTURES
    unpacked: int = _MOST_UNPACKED

    def take(self, sizes: Sequence[int]) -> None:
        """Count files of these sizes in; raises ``BadInput`` where it becomes too much."""
        self.files -= len(sizes)
        self.unpacked -= sum(sizes)
        if self.files < 0 or self.unpacked < 0:
            raise BadInput(
                "The file holds more pictures than can be looked at.",
                hint=f"Send {_MOST_PICTURES} at most.",
            )


def is_archive(data: bytes) -> bool:
    """Whether the bytes begin as a ZIP file or a TAR does."""
    return data[:4] == b"PK\x03\x04" or is_tar(data)


def is_tar(data: bytes) -> bool:
    """Whether the first block is the header of a TAR."""
    return data[257:262] == b"ustar"


def allowance() -> Allowance:
    """Return what may be taken out of a file that is opened now."""
    return Allowance(_MOST_PICTURES, _MOST_UNPACKED)


def files_inside(data: bytes, allowed: Allowance) -> Iterator[tuple[bytes, str]]:
    """Yield each picture, page or archive with its place: the slide that shows it, or its name.

    Raises ``DocumentUnreadable`` for a damaged or locked file and ``BadInput`` for too much.
    """
    if len(data) > _MOST_BYTES:
        raise BadInput(f"The file is over {_MOST_BYTES // 2**20} MB.", hint="Send fewer pictures.")
    try:
        yield from (_tarred if is_tar(data) else _zipped)(data, allowed)
    except _BROKEN as error:
        raise DocumentUnreadable(
            "The file cannot be opened.", hint="Send a whole copy without a password."
        ) from error


def _zipped(data: bytes, allowed: Allowance) -> Iterator[tuple[bytes, str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        chosen = [one for one in archive.infolist() if _LOOKED_AT.search(one.filename)]
        if any(
            one.file_size > _SMALL and one.file_size > _RATIO * one.compress_size for one in chosen
        ):
            raise BadInput(
                "The file holds a picture that unpacks to far more than a picture does.",
                hint="Send the picture itself.",
            )
        allowed.take([one.file_size for one in chosen])
        slides = _slides(archive)
        for one in chosen:
            name = one.filename.rsplit("/", 1)[-1]
            yield archive.read(one), slides.get(name, name)


def _tarred(data: bytes, allowed: Allowance) -> Iterator[tuple[bytes, str]]:
    with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
        entries = list(islice(archive, _MOST_ENTRIES + 1))
        if len(entries) > _MOST_ENTRIES:
            raise BadInput("The file holds too many entries.", hint="Send only the pictures.")
        # A spoilt header ends a TAR without a word; a whole one ends in a block of zeros.
        if data[archive.offset : archive.offset + _BLOCK].strip(b"\0"):
            raise tarfile.ReadError
        # Of a file with holes the size says more than lies in the archive.
        chosen = [
            one
            for one in entries
            if one.isreg() and not one.issparse() and _LOOKED_AT.search(one.name)
        ]
        allowed.take([one.size for one in chosen])
        for one in chosen:
            if (file := archive.extractfile(one)) is not None:
                yield file.read(), one.name.rsplit("/", 1)[-1]


def _slides(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the slides that show each picture, by the picture's name."""
    numbered = ((match, name) for name in archive.namelist() if (match := _SLIDE.fullmatch(name)))
    found: dict[str, str] = {}
    for match, name in sorted(numbered, key=lambda one: int(one[0][1])):
        if archive.getinfo(name).file_size > _MOST_LINKS:
            continue
        for picture in _MEDIA.findall(archive.read(name).decode("utf-8", "replace")):
            said = f"slide {match[1]}"
            before = found.get(picture)
            found[picture] = f"{before}, {said}" if before else said
    return found

"""Searches files for pixels that must not be there: an unmarked picture in any of its forms.

Used after a full run over the data folder, to show that no raw pixels reached the disk.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError

from toile.adapters.marks.layers import layers_of

Pixels = npt.NDArray[np.uint8]

_NEEDLE: Final = 96
_NEEDLES: Final = 12
# Each with how far into the file it stands.
_SIGNATURES: Final = (
    (b"\x89PNG\r\n\x1a\n", 0),
    (b"\xff\xd8\xff", 0),
    (b"RIFF", 0),
    (b"GIF8", 0),
    (b"II*\0", 0),
    (b"MM\0*", 0),
    (b"ftypavif", 4),
)
_SMALL: Final = 96
# Mean difference of two small copies, in 8-bit steps, below which they may be the same picture.
_SAME: Final = 2.5


@dataclass(frozen=True)
class Leak:
    """A file that holds the unmarked picture: ``raw`` row by row, or as an ``image`` inside.

    ``at`` counts in the file itself, or in what was unpacked from it.
    """

    path: Path
    kind: str
    at: int


def raw_pixels_in(folder: Path, unmarked: Pixels) -> tuple[Leak, ...]:
    """Return every file under a folder that holds rows of this picture as they are in memory.

    Looks for runs of RGB and BGR bytes and of one colour alone, which is how arrays, caches and
    pickles keep pixels; also packed, in archives and in the values of databases.
    """
    needles = _needles(unmarked)
    found = []
    for path in _files(folder):
        places = (
            data.find(needle)
            for data in layers_of(path.read_bytes())
            for needle in needles
            if needle in data
        )
        at = next(places, None)
        if at is not None:
            found.append(Leak(path, "raw", at))
    return tuple(found)


def images_in(folder: Path) -> Iterator[tuple[Path, int, Image.Image]]:
    """Yield each picture that begins anywhere in any file, or in what is packed in it."""
    for path in _files(folder):
        for data in layers_of(path.read_bytes()):
            for at in _beginnings(data):
                try:
                    picture = Image.open(io.BytesIO(data[at:]))
                    picture.load()
                except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
                    continue
                yield path, at, picture


def unmarked_images_in(folder: Path, unmarked: Pixels, marked: Pixels) -> tuple[Leak, ...]:
    """Return the pictures in files that are closer to the unmarked picture than to its mark."""
    clean, overlaid = _small(Image.fromarray(unmarked)), _small(Image.fromarray(marked))
    found = []
    for path, at, picture in images_in(folder):
        seen = _small(picture)
        to_clean = float(np.abs(seen - clean).mean())
        if to_clean < _SAME and to_clean < float(np.abs(seen - overlaid).mean()):
            found.append(Leak(path, "image", at))
    return tuple(found)


def _small(picture: Image.Image) -> npt.NDArray[np.float64]:
    """Return a small copy, coarse enough to match after recompression and fine enough to show
    whether the overlay is there."""
    side = (_SMALL, _SMALL)
    return np.asarray(picture.convert("RGB").resize(side, Image.Resampling.BOX), dtype=np.float64)


def _needles(unmarked: Pixels) -> tuple[bytes, ...]:
    """Return runs of pixels from rows that are busy enough to be this picture and no other."""
    rows = np.argsort(-unmarked.astype(float).std(axis=(1, 2)))[:_NEEDLES]
    runs = []
    for row in rows:
        line = unmarked[row]
        busiest = int(np.abs(np.diff(line.astype(int), axis=0)).sum(axis=1).argmax())
        start = int(np.clip(busiest - _NEEDLE // 6, 0, max(0, len(line) - _NEEDLE // 3)))
        part = line[start : start + _NEEDLE // 3]
        runs += [part.tobytes(), part[:, ::-1].tobytes()]
        runs += [line[start : start + _NEEDLE, colour].tobytes() for colour in range(3)]
    return tuple(run for run in runs if len(set(run)) > 8)


def _beginnings(data: bytes) -> Iterator[int]:
    for signature, before in _SIGNATURES:
        at = data.find(signature)
        while at >= 0:
            yield max(0, at - before)
            at = data.find(signature, at + 1)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.is_file())

"""References as files in a folder a board, with what was read from each beside it.

Pictures are opened by the caller's ``decode`` and written anew by ``encode``, so that nothing
hidden in a dropped file is kept. Knows nothing of boards beyond the name of their folder.
"""

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from toile.domain.errors import NotFound
from toile.domain.ids import BoardId
from toile.workflow.moodboard import Mood

Pixels = npt.NDArray[np.uint8]
_LONGEST = 1024
_COLOURS = 5
_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")


class MoodFolder:
    """Keep references of boards under one folder."""

    def __init__(
        self,
        folder: Path,
        decode: Callable[[bytes], Pixels],
        encode: Callable[[Pixels], bytes],
    ) -> None:
        self._folder, self._decode, self._encode = folder, decode, encode

    def read(self, data: bytes, mood: str, name: str, by: str) -> tuple[Mood, bytes]:
        """Return what a picture is, and its bytes as they are kept."""
        image = Image.fromarray(self._decode(data), "RGB")
        image.thumbnail((_LONGEST, _LONGEST))
        facts = Mood(
            id=mood,
            name=Path(name).name[:120],
            width=image.width,
            height=image.height,
            colours=_colours(image),
            by=by,
        )
        return facts, self._encode(np.asarray(image, np.uint8))

    def keep(self, board: BoardId, mood: Mood, data: bytes) -> None:
        """Write the picture first, so that what is listed is always there."""
        place = self._of(board)
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{mood.id}.jpg").write_bytes(data)
        (place / f"{mood.id}.json").write_text(mood.model_dump_json(), encoding="utf-8")

    def listed(self, board: BoardId) -> tuple[Mood, ...]:
        """Return the references, oldest first."""
        facts = sorted(self._of(board).glob("*.json"), key=lambda path: path.stat().st_mtime_ns)
        return tuple(Mood.model_validate_json(path.read_text(encoding="utf-8")) for path in facts)

    def picture(self, board: BoardId, mood: str) -> bytes:
        """Return the bytes of a reference."""
        path = self._of(board) / f"{_safe(mood)}.jpg"
        if not path.is_file():
            raise NotFound("There is no such reference on this board.")
        return path.read_bytes()

    def forget(self, board: BoardId, mood: str) -> None:
        """Delete a reference."""
        for kind in ("json", "jpg"):
            (self._of(board) / f"{_safe(mood)}.{kind}").unlink(missing_ok=True)

    def _of(self, board: BoardId) -> Path:
        return self._folder / _safe(board)


def _safe(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise NotFound("There is no such reference on this board.")
    return name


def _colours(image: Image.Image) -> tuple[str, ...]:
    """Return the colours that fill most of a picture, the largest first (median cut)."""
    small = image.resize((96, 96), Image.Resampling.BOX)
    flat = small.quantize(_COLOURS * 2, method=Image.Quantize.MEDIANCUT)
    palette = flat.getpalette() or []
    counts = sorted(flat.getcolors() or [], reverse=True)[:_COLOURS]
    return tuple(
        "#{:02x}{:02x}{:02x}".format(*palette[3 * int(str(place)) : 3 * int(str(place)) + 3])
        for _, place in counts
    )

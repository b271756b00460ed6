"""How like a twin's description is to words, for what no field asks. Vectors are kept in a file.

Faces are not compared: no picture model comes with the studio, and it says so.
"""

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from toile.domain.errors import ServiceUnavailable, SettingMissing
from toile.domain.roster import described
from toile.domain.twins import Twin

Vectors = NDArray[np.float32]
_AT_ONCE = 500


class _Embedder(Protocol):
    name: str

    def embed(self, texts: tuple[str, ...]) -> Vectors: ...


class TwinLikeness:
    """Cosines of words with twins' descriptions; each description is embedded once."""

    def __init__(self, folder: Path, embedder: _Embedder) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / "twins.sqlite3"
        self._embedder = embedder
        self._held: dict[str, Vectors] = {}

    def to_words(self, text: str, twins: Sequence[Twin]) -> dict[str, float]:
        """Return the likeness of each twin to the words, by twin id, -1 to 1."""
        if not twins:
            return {}
        keys = [self._key(described(twin)) for twin in twins]
        self._learn({key: described(twin) for key, twin in zip(keys, twins, strict=True)})
        table = np.stack([self._held[key] for key in keys])
        cosines = table @ self._embedder.embed((text,))[0]
        return {twin.id: float(one) for twin, one in zip(twins, cosines, strict=True)}

    def to_picture(self, picture: bytes, twins: Sequence[Twin]) -> dict[str, float]:
        """Refuse: comparing looks needs a picture model, and none is set up."""
        raise SettingMissing(
            f"Twins cannot be compared with a picture here ({len(picture):,} bytes, "
            f"{len(twins)} twins): no picture model comes with the studio.",
            hint="Describe the person in words: age, hair, marks, height, manner.",
        )

    def _key(self, text: str) -> str:
        return hashlib.sha256(f"{self._embedder.name}|{text}".encode()).hexdigest()

    def _learn(self, texts: dict[str, str]) -> None:
        unknown = {key: text for key, text in texts.items() if key not in self._held}
        if not unknown:
            return
        try:
            with closing(sqlite3.connect(self._path, timeout=30)) as base, base:
                base.execute("CREATE TABLE IF NOT EXISTS likeness (key TEXT PRIMARY KEY, v BLOB)")
                self._held.update(_read(base, tuple(unknown)))
                new = {key: text for key, text in unknown.items() if key not in self._held}
                vectors = self._embedder.embed(tuple(new.values()))
                self._held.update(zip(new, vectors, strict=True))
                rows = [(key, self._held[key].tobytes()) for key in new]
                base.executemany("INSERT OR IGNORE INTO likeness VALUES (?, ?)", rows)
        except sqlite3.Error as error:
            raise ServiceUnavailable(
                "The twins' descriptions could not be read.", hint="Try again."
            ) from error


def _read(base: sqlite3.Connection, keys: tuple[str, ...]) -> dict[str, Vectors]:
    held: dict[str, Vectors] = {}
    for start in range(0, len(keys), _AT_ONCE):
        part = keys[start : start + _AT_ONCE]
        marks = ",".join("?" * len(part))
        found = base.execute(f"SELECT key, v FROM likeness WHERE key IN ({marks})", part)
        held.update((key, np.frombuffer(v, np.float32)) for key, v in found)
    return held

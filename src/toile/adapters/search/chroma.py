"""Nearest passages by meaning in Chroma: embedded in a folder, or a server by URL.

One collection a brand: a brand's question can then never reach another brand's book, and no filter
slows the search. Holds ids and vectors only; the catalogue says which of them still count.
"""

import hashlib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError
from numpy.typing import NDArray

from toile.domain.errors import ServiceUnavailable, SettingMissing

_BATCH = 5_000
_OPEN: dict[str, Any] = {}


class ChromaVectors:
    """Vectors of one embedding model under one folder or server."""

    def __init__(self, model: str, *, folder: Path | None = None, url: str | None = None) -> None:
        self._model = model
        self._client = _server(url) if url else _embedded(folder)

    def add(self, brand: str, ids: tuple[str, ...], vectors: NDArray[np.float32]) -> None:
        """Add vectors, or put them in place of those with the same id."""
        with _Translated():
            collection = self._client.get_or_create_collection(
                self._name(brand),
                configuration={"hnsw": {"space": "cosine"}},
                embedding_function=None,
                metadata={"brand": brand, "model": self._model},
            )
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def forget(self, brand: str, ids: tuple[str, ...]) -> None:
        """Remove vectors; unknown ids are no fault."""
        with _Translated():
            collection = self._collection(brand)
            for start in range(0, len(ids) if collection else 0, _BATCH):
                collection.delete(ids=list(ids[start : start + _BATCH]))

    def forget_brand(self, brand: str) -> None:
        """Remove all vectors of a brand."""
        with _Translated():
            if self._collection(brand) is not None:
                self._client.delete_collection(self._name(brand))

    def near(self, brand: str, vector: NDArray[np.float32], limit: int) -> tuple[str, ...]:
        """Return the ids of the nearest passages of a brand, nearest first."""
        with _Translated():
            collection = self._collection(brand)
            if collection is None:
                return ()
            found = collection.query(query_embeddings=[vector], n_results=limit, include=[])
            return tuple(found["ids"][0])

    def count(self, brand: str) -> int:
        """Return how many vectors a brand has here."""
        with _Translated():
            collection = self._collection(brand)
            return int(collection.count()) if collection is not None else 0

    def _collection(self, brand: str) -> Any:
        try:
            return self._client.get_collection(self._name(brand), embedding_function=None)
        except (NotFoundError, ValueError):
            return None

    def _name(self, brand: str) -> str:
        return f"g-{_short(self._model)}-{_short(brand)}"


class _Translated:
    """Turns Chroma's faults into ours."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, (ChromaError, OSError, RuntimeError)):
            raise ServiceUnavailable(
                "The passage index did not answer.",
                hint="Try again; `toile guidelines rebuild` makes it anew from the catalogue.",
            ) from error


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _settings() -> Settings:
    return Settings(anonymized_telemetry=False)


def _embedded(folder: Path | None) -> Any:
    """Return the one client of this folder in this process; Chroma allows no second."""
    if folder is None:
        raise SettingMissing("The passage index needs a folder or a server address.")
    key = str(folder.resolve())
    with _Translated():
        if key not in _OPEN:
            folder.mkdir(parents=True, exist_ok=True)
            _OPEN[key] = chromadb.PersistentClient(key, settings=_settings())
        return _OPEN[key]


def _server(url: str) -> Any:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingMissing(
            f"{url!r} is not the address of a Chroma server.",
            hint="Write it like http://search.example.com:8000.",
        )
    port = parts.port or (443 if parts.scheme == "https" else 8000)
    try:
        return chromadb.HttpClient(
            parts.hostname, port, ssl=parts.scheme == "https", settings=_settings()
        )
    except (ChromaError, ValueError, OSError) as error:
        raise ServiceUnavailable(
            f"The Chroma server at {parts.hostname}:{port} did not answer.",
            hint="Start it, or leave the address empty to keep passages in the data folder.",
        ) from error

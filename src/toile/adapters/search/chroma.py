"""Nearest passages by meaning in Chroma: embedded in a folder, or a server by URL.

One collection a brand: a brand's question can then never reach another brand's book, and no filter
slows the search. Holds ids and vectors only; the catalogue says which of them still count.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any
from urllib.parse import urlsplit

import chromadb
import numpy as np
from chromadb.config import Settings
from chromadb.errors import ChromaError, NotFoundError
from numpy.typing import NDArray

from toile.domain.errors import ServiceUnavailable, SettingMissing

_BATCH = 5_000


class _Store:
    """The one client of a folder or server in this process.

    Another process's writes reach an embedded client only when it is opened again, so it follows
    the generation that the catalogue counts.
    """

    def __init__(self, open_: Callable[[], Any], *, follows: bool) -> None:
        self._open = open_
        self._follows = follows
        self._lock = RLock()
        self._client: Any = None
        self._known: dict[str, Any] = {}
        self._generation = -1

    @contextmanager
    def at(self, generation: int) -> Iterator[Any]:
        """Yield the client as of that generation, to one thread at a time."""
        with self._lock, _translated():
            if self._client is not None and self._follows and generation != self._generation:
                self._client.close()
                self._client = None
                self._known.clear()
            if self._client is None:
                self._client = self._open()
                self._generation = generation
            yield self._client

    def collection(self, name: str) -> Any:
        """Return a collection, or ``None``; call it inside ``at``."""
        if name not in self._known or not self._follows:
            try:
                found = self._client.get_collection(name, embedding_function=None)
            except (NotFoundError, ValueError):
                return None
            self._known[name] = found
        return self._known[name]

    def forget(self, name: str) -> None:
        """Let go of a collection that is deleted."""
        self._known.pop(name, None)

    def wrote(self, generation: int) -> None:
        """Take note that this process itself made that generation."""
        with self._lock:
            self._generation = generation


_STORES: dict[str, _Store] = {}


class ChromaVectors:
    """Vectors of one embedding model under one folder or server."""

    def __init__(self, model: str, *, folder: Path | None = None, url: str | None = None) -> None:
        self._model = model
        self._store = _server(url) if url else _embedded(folder)

    def wrote(self, generation: int) -> None:
        """Take note that the last change here is that generation of the catalogue."""
        self._store.wrote(generation)

    def add(
        self, brand: str, ids: tuple[str, ...], vectors: NDArray[np.float32], generation: int
    ) -> None:
        """Add vectors, or put them in place of those with the same id."""
        with self._store.at(generation) as client:
            collection = client.get_or_create_collection(
                self._name(brand),
                configuration={"hnsw": {"space": "cosine"}},
                embedding_function=None,
                metadata={"brand": brand, "model": self._model},
            )
            for start in range(0, len(ids), _BATCH):
                part = slice(start, start + _BATCH)
                collection.upsert(ids=list(ids[part]), embeddings=vectors[part])

    def forget(self, brand: str, ids: tuple[str, ...], generation: int) -> None:
        """Remove vectors; unknown ids are no fault."""
        with self._store.at(generation):
            collection = self._store.collection(self._name(brand))
            for start in range(0, len(ids) if collection else 0, _BATCH):
                collection.delete(ids=list(ids[start : start + _BATCH]))

    def forget_brand(self, brand: str, generation: int) -> None:
        """Remove all vectors of a brand."""
        with self._store.at(generation) as client:
            if self._store.collection(self._name(brand)) is not None:
                client.delete_collection(self._name(brand))
                self._store.forget(self._name(brand))

    def near(
        self, brand: str, vector: NDArray[np.float32], limit: int, generation: int
    ) -> tuple[str, ...]:
        """Return the ids of the nearest passages of a brand, nearest first."""
        with self._store.at(generation):
            collection = self._store.collection(self._name(brand))
            if collection is None:
                return ()
            found = collection.query(query_embeddings=[vector], n_results=limit, include=[])
            return tuple(found["ids"][0])

    def count(self, brand: str, generation: int) -> int:
        """Return how many vectors a brand has here."""
        with self._store.at(generation):
            collection = self._store.collection(self._name(brand))
            return int(collection.count()) if collection is not None else 0

    def ids(self, brand: str, generation: int) -> frozenset[str]:
        """Return the ids of all vectors a brand has here."""
        with self._store.at(generation):
            collection = self._store.collection(self._name(brand))
            held = collection.get(include=[])["ids"] if collection is not None else ()
            return frozenset(held)

    def _name(self, brand: str) -> str:
        return f"g-{_short(self._model)}-{_short(brand)}"


@contextmanager
def _translated() -> Iterator[None]:
    """Turn Chroma's faults into ours."""
    try:
        yield
    except (ChromaError, OSError, RuntimeError) as error:
        raise ServiceUnavailable(
            "The passage index did not answer.",
            hint="Try again; `toile guidelines rebuild` makes it anew from the catalogue.",
        ) from error


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def _settings() -> Settings:
    return Settings(anonymized_telemetry=False)


def _embedded(folder: Path | None) -> _Store:
    if folder is None:
        raise SettingMissing("The passage index needs a folder or a server address.")
    folder.mkdir(parents=True, exist_ok=True)
    key = str(folder.resolve())
    if key not in _STORES:
        _STORES[key] = _Store(
            lambda: chromadb.PersistentClient(key, settings=_settings()), follows=True
        )
    return _STORES[key]


def _server(url: str) -> _Store:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingMissing(
            f"{url!r} is not the address of a Chroma server.",
            hint="Write it like http://search.example.com:8000.",
        )
    secure = parts.scheme == "https"
    host, port = parts.hostname, parts.port or (443 if secure else 8000)
    return _Store(lambda: _connected(host, port, secure=secure), follows=False)


def _connected(host: str, port: int, *, secure: bool) -> Any:
    try:
        return chromadb.HttpClient(host, port, ssl=secure, settings=_settings())
    except (ChromaError, ValueError, OSError) as error:
        raise ServiceUnavailable(
            f"The Chroma server at {host}:{port} did not answer.",
            hint="Start it, or leave the address empty to keep passages in the data folder.",
        ) from error

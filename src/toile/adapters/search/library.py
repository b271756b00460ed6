"""The brand's books: added whole or not at all, asked with citations. Joins catalogue and vectors.

Order of a change: vectors first, then one transaction of the catalogue, then old vectors go. A
process killed between leaves vectors that no passage names, and those are never found.
"""

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import numpy as np
from filelock import FileLock, Timeout

from toile.adapters.search.asking import Asker, cited
from toile.adapters.search.catalogue import Catalogue
from toile.adapters.search.chroma import ChromaVectors
from toile.adapters.search.embedding import Embedder, rows_of
from toile.adapters.search.rows import Book, Row, Vectors
from toile.adapters.search.words import packaged_lookalikes, packaged_rule_wordings
from toile.domain.errors import BadInput, DocumentUnreadable, NotFound, ServiceUnavailable
from toile.domain.guidelines import (
    Answer,
    BookPicture,
    Document,
    Found,
    Guideline,
    Passage,
    Rule,
    RuleReport,
)
from toile.domain.passages import passages_of
from toile.domain.rule_reading import rules_of
from toile.domain.rules import Known, ages_of, check_shots
from toile.domain.shots import Shot
from toile.domain.twins import Twin

Share = Callable[[float, str], None]
_PASSAGES_AT_ONCE = 64
# Counted up when passages are made ready for the model in another way.
_MAKE = 3
_WAIT_SECONDS = 180


class Reader(Protocol):
    """Reads a file or raises DocumentUnreadable."""

    def read(
        self, data: bytes, name: str, progress: Callable[[int, int], None] = ...
    ) -> Document: ...


def silent(_share: float, _say: str) -> None:
    """Ignore progress."""


class GuidelineLibrary:
    """All books under one folder, with Chroma in the folder or on a server."""

    def __init__(
        self, folder: Path, *, reader: Reader, embedder: Embedder, chroma_url: str | None = None
    ) -> None:
        self._folder = folder
        self._reader = reader
        self._embedder = embedder
        self._catalogue = Catalogue(folder / "catalogue.sqlite3")
        self._vectors = ChromaVectors(embedder.name, folder=folder / "vectors", url=chroma_url)
        self._asker = Asker(self._catalogue, self._vectors, embedder)
        self._rules: dict[str, tuple[int, tuple[Rule, ...]]] = {}
        self._whole: dict[str, tuple[int, int]] = {}
        self._follow_model()

    def add(self, data: bytes, name: str, brand: str, progress: Share = silent) -> Guideline:
        """Read a book and put it in, in place of an earlier file of that name.

        Raises DocumentUnreadable and leaves the library as it was. The same bytes change nothing.
        """
        brand = brand_key(brand)
        book_id = _short(f"{brand}|{name}")
        file_hash = hashlib.sha256(data).hexdigest()
        before = self._held(book_id)
        if before is not None and before.file_hash == file_hash:
            return before
        document = self._reader.read(
            data, name, lambda done, of: progress(0.5 * done / max(of, 1), f"page {done} of {of}")
        )
        passages = passages_of(document)
        if not passages:
            raise DocumentUnreadable(
                f"No words could be read in {name}.", hint=" ".join(document.notes[:1])
            )
        guideline = Guideline(
            id=book_id,
            brand=brand,
            name=name,
            version=(before.version if before else 0) + 1,
            file_hash=file_hash,
            media_type=document.media_type,
            pages=document.pages,
            passages=len(passages),
            pictures=len(document.pictures),
            notes=document.notes,
            added_at=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        rows = self._embedded(guideline, passages, progress)
        self._store(Book(guideline, rows, document.pictures, data))
        progress(1.0, f"{name} is in the library")
        return guideline

    def ask(self, question: str, brand: str, limit: int = 3) -> tuple[Found, ...]:
        """Return the passages that answer, best first; none when the book does not say."""
        return self.answer(question, brand, limit).found

    def answer(self, question: str, brand: str, limit: int = 3) -> Answer:
        """Return the passages that answer, or that the book is silent and what came nearest."""
        if not question.strip():
            raise BadInput("Ask something.", hint="For example: how close may we crop?")
        names = {book.id: book for book in self.listed(brand)}
        for one in {book.brand for book in names.values()}:
            self._make_whole(one)
        return self._asker.answer(question, names, limit)

    def listed(self, brand: str = "") -> tuple[Guideline, ...]:
        """Return the books of a brand; of every brand when none is named."""
        return self._catalogue.guidelines(brand_key(brand) if brand else None)

    def brands(self) -> tuple[str, ...]:
        """Return the brands with a book."""
        return self._catalogue.brands()

    def remove(self, document: str) -> None:
        """Remove a book by its id, or by its name where only one has it."""
        book = self.book(document)
        with self._alone():
            before = self._catalogue.generation()
            ids = self._catalogue.ids(book.id)
            self._vectors.forget(book.brand, ids, before)
            self._vectors.wrote(self._catalogue.forget(book.id))

    def book(self, document: str) -> Guideline:
        """Return a book by id or name."""
        books = self.listed()
        named = [book for book in books if document in (book.id, book.name)]
        if len(named) == 1:
            return named[0]
        if named:
            raise BadInput(
                f"{len(named)} brands have a {document}.",
                hint="Name it by its id: " + ", ".join(f"{b.id} ({b.brand})" for b in named),
            )
        raise NotFound(
            f"There is no guideline {document!r}.", hint="`toile guidelines list` shows them."
        )

    def passages(self, document: str) -> tuple[Passage, ...]:
        """Return the passages of a book in reading order."""
        return self._catalogue.passages(self.book(document).id)

    def rules(self, brand: str) -> tuple[Rule, ...]:
        """Return the rules of a brand's books that can be checked, each with its citation."""
        generation = self._catalogue.generation()
        read = self._rules.get(brand_key(brand))
        if read is None or read[0] != generation:
            # A long book takes a moment to read; it is asked for with every picture shown.
            read = self._rules[brand_key(brand)] = (generation, self._read_rules(brand))
        return read[1]

    def _read_rules(self, brand: str) -> tuple[Rule, ...]:
        wordings = packaged_rule_wordings(self._asker.glossary)
        rules: list[Rule] = []
        for book in self.listed(brand):
            passages = self._catalogue.passages(book.id)
            languages = [passage.language for passage in passages]
            rules.extend(rules_of([cited(one, book) for one in passages], languages, wordings))
        return tuple(rules)

    def known(self, twins: Sequence[Twin]) -> Known:
        """Return what the checks know beside the rules."""
        return Known(self._asker.glossary, ages_of(twins), packaged_lookalikes())

    def check(self, shots: Sequence[Shot], brand: str, twins: Sequence[Twin] = ()) -> RuleReport:
        """Test a shot list against the rules of a brand's books."""
        return check_shots(shots, self.rules(brand), self.known(twins))

    def pictures(self, document: str, page: int | None = None) -> tuple[BookPicture, ...]:
        """Return the pictures of a book, or of one page of it."""
        return self._catalogue.pictures(self.book(document).id, page)

    def source(self, document: str) -> bytes:
        """Return the file as it was added."""
        return self._catalogue.source(self.book(document).id)

    def rebuild(self) -> int:
        """Make the vectors anew from the catalogue; return how many."""
        with self._alone():
            made = sum(self._rebuilt(brand) for brand in self._catalogue.brands())
            self._vectors.wrote(self._catalogue.changed())
        return made

    def _rebuilt(self, brand: str) -> int:
        now = self._catalogue.generation()
        self._vectors.forget_brand(brand, now)
        pairs = list(self._catalogue.all_rows(brand))
        if pairs:
            ids, vectors = zip(*pairs, strict=True)
            self._vectors.add(brand, tuple(ids), np.stack(vectors), now)
        return len(pairs)

    def _make_whole(self, brand: str) -> None:
        """Add what the vectors lack of a brand: they may lie on another server now, or be lost."""
        now = self._catalogue.generation()
        if self._whole.get(brand) == (now, self._vectors.count(brand, now)):
            return
        if self._lacking(brand, now):
            with self._alone():
                now = self._catalogue.generation()
                if lacking := self._lacking(brand, now):
                    self._vectors.add(brand, tuple(lacking), np.stack([*lacking.values()]), now)
                    now = self._catalogue.changed()
                    self._vectors.wrote(now)
        self._whole[brand] = (now, self._vectors.count(brand, now))

    def _lacking(self, brand: str, now: int) -> dict[str, Vectors]:
        held = self._vectors.ids(brand, now)
        return {id_: each for id_, each in self._catalogue.all_rows(brand) if id_ not in held}

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other writers of this library, in any process, waiting."""
        try:
            with FileLock(self._folder / "writing.lock", timeout=_WAIT_SECONDS):
                yield
        except Timeout as error:
            raise ServiceUnavailable(
                "Another process has been changing the guideline library for minutes.",
                hint="Wait until it is done and try again.",
            ) from error

    def _held(self, book_id: str) -> Guideline | None:
        return next((book for book in self._catalogue.guidelines() if book.id == book_id), None)

    def _embedded(
        self, guideline: Guideline, passages: tuple[Passage, ...], progress: Share
    ) -> tuple[Row, ...]:
        rows: list[Row] = []
        for start in range(0, len(passages), _PASSAGES_AT_ONCE):
            part = passages[start : start + _PASSAGES_AT_ONCE]
            rows.extend(rows_of(guideline, start, part, self._embedder, self._asker.glossary))
            progress(
                0.5 + 0.5 * len(rows) / len(passages), f"passage {len(rows)} of {len(passages)}"
            )
        return tuple(rows)

    def _store(self, book: Book) -> None:
        brand, ids = book.guideline.brand, tuple(row.id for row in book.rows)
        with self._alone():
            before = self._catalogue.generation()
            old = tuple(set(self._catalogue.ids(book.guideline.id)) - set(ids))
            vectors = np.stack([row.whole for row in book.rows])
            self._vectors.add(brand, ids, vectors, before)
            self._vectors.wrote(self._catalogue.put(book))
            self._vectors.forget(brand, old, self._catalogue.generation())

    def _follow_model(self) -> None:
        """Embed every book anew when the model is another, or the way passages are made ready."""
        before, now = self._catalogue.fact("embedder"), f"{self._embedder.name} {_MAKE}"
        if before == now:
            return
        for book in self._catalogue.guidelines() if before else ():
            rows = self._embedded(book, self._catalogue.passages(book.id), silent)
            pictures = self._catalogue.pictures(book.id)
            self._store(Book(book, rows, pictures, self._catalogue.source(book.id)))
        self._catalogue.set_fact("embedder", now)


def brand_key(brand: str) -> str:
    """Return a brand's name as it is compared: ``maison-orel`` for Maison Orel."""
    plain = unicodedata.normalize("NFKD", brand.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return "-".join(re.findall(r"\w+", plain)) or "unnamed"


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]

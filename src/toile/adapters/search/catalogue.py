"""The catalogue of books and passages in SQLite with FTS5: what is true about the library.

Vectors are kept here as well, so that the nearest-neighbour index can always be made again.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from toile.adapters.search.rows import (
    EVERY,
    Book,
    Row,
    Vectors,
    brand_word,
    floats,
    forget_book,
    next_generation,
    passage_of,
    put_rows,
    row_of,
)
from toile.domain.errors import ServiceUnavailable
from toile.domain.guidelines import BookPicture, Guideline, Passage

_BUSY_SECONDS = 30.0
_MOST_IN_A_QUERY = 500


class Catalogue:
    """Short connections to one file; writers wait for each other, readers for nobody."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        schema = (files("toile") / "data" / "search" / "catalogue.sql").read_text("utf-8")
        with self._open() as base:
            base.execute("PRAGMA journal_mode = WAL")
            base.executescript(schema)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            base = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
            try:
                with base:
                    yield base
            finally:
                base.close()
        except sqlite3.OperationalError as error:
            raise ServiceUnavailable(
                "The guideline library could not be opened.",
                hint="Another process may be writing, or the disk is full; try again.",
            ) from error
        except sqlite3.DatabaseError as error:
            raise ServiceUnavailable(
                "The guideline library is damaged.",
                hint=f"Move {self._path} away and add the books again.",
            ) from error

    def put(self, book: Book) -> int:
        """Store a book in one transaction over its earlier version; return the generation."""
        kept = book.guideline
        with self._open() as base:
            base.execute("BEGIN IMMEDIATE")
            forget_book(base, kept.id)
            base.execute(
                "INSERT INTO guidelines VALUES (?, ?, ?, ?)",
                (kept.id, kept.brand, kept.name, kept.model_dump_json()),
            )
            put_rows(base, kept.brand, book.rows)
            base.execute("INSERT INTO sources VALUES (?, ?)", (kept.id, book.source))
            base.executemany(
                "INSERT INTO pictures VALUES (?, ?, ?, ?, ?)",
                [(kept.id, p.page, at, p.caption, p.png) for at, p in enumerate(book.pictures)],
            )
            return next_generation(base)

    def forget(self, guideline: str) -> int:
        """Remove a book and all that came with it, in one transaction; return the generation."""
        with self._open() as base:
            base.execute("BEGIN IMMEDIATE")
            forget_book(base, guideline)
            return next_generation(base)

    def generation(self) -> int:
        """Return how many changes there were; another number means that something changed."""
        return int(self.fact("generation") or 0)

    def changed(self) -> int:
        """Count a change of the vectors alone; return the generation."""
        with self._open() as base:
            return next_generation(base)

    def guidelines(self, brand: str | None = None) -> tuple[Guideline, ...]:
        """Return the books of a brand, or of all brands, by name."""
        query = "SELECT record FROM guidelines"
        where = " WHERE brand = ?" if brand is not None else ""
        with self._open() as base:
            rows = base.execute(f"{query}{where} ORDER BY brand, name", (brand,) if where else ())
            return tuple(Guideline.model_validate_json(record) for (record,) in rows)

    def ids(self, guideline: str) -> tuple[str, ...]:
        """Return the passage ids of a book."""
        with self._open() as base:
            found = base.execute("SELECT id FROM passages WHERE guideline = ?", (guideline,))
            return tuple(row[0] for row in found)

    def rows(self, ids: Sequence[str]) -> tuple[Row, ...]:
        """Return the passages that are still in the library; others are left out."""
        out: list[Row] = []
        with self._open() as base:
            for start in range(0, len(ids), _MOST_IN_A_QUERY):
                part = tuple(ids[start : start + _MOST_IN_A_QUERY])
                marks = ",".join("?" * len(part))
                out.extend(
                    map(
                        row_of,
                        base.execute(
                            f"SELECT p.id, guideline, record, whole, sentences, w.words"
                            f" FROM passages p JOIN passage_words w ON w.rowid = p.no"
                            f" WHERE p.id IN ({marks})",
                            part,
                        ),
                    )
                )
        return tuple(out)

    def all_rows(self, brand: str) -> Iterator[tuple[str, Vectors]]:
        """Yield id and vector of every passage of a brand."""
        with self._open() as base:
            for id_, whole in base.execute(
                "SELECT id, whole FROM passages WHERE brand = ?", (brand,)
            ):
                yield id_, floats(whole)

    def brands(self) -> tuple[str, ...]:
        """Return the brands with a book."""
        with self._open() as base:
            return tuple(row[0] for row in base.execute("SELECT DISTINCT brand FROM guidelines"))

    def matching(self, brand: str, question: Sequence[str], limit: int) -> tuple[str, ...]:
        """Return the ids of a brand's passages with the question's words, by BM25."""
        if not question:
            return ()
        wanted = " OR ".join(f'"{term}"' for term in question)
        match = f'brand : "{brand_word(brand)}" AND words : ({wanted})'
        with self._open() as base:
            found = base.execute(
                "SELECT p.id FROM passage_words w JOIN passages p ON p.no = w.rowid"
                " WHERE passage_words MATCH ? ORDER BY rank LIMIT ?",
                (match, limit),
            )
            return tuple(row[0] for row in found)

    def holding(self, brand: str, stems: Sequence[str]) -> tuple[dict[str, int], int]:
        """Return in how many passages of a brand each stem stands, and how many there are."""
        with self._open() as base:
            marks = ",".join("?" * (len(stems) + 1))
            found = dict(
                base.execute(
                    f"SELECT term, held FROM terms WHERE brand = ? AND term IN ({marks})",
                    (brand, EVERY, *stems),
                ).fetchall()
            )
        passages = found.pop(EVERY, 0)
        return {stem: found.get(stem, 0) for stem in stems}, passages

    def pictures(self, guideline: str, page: int | None = None) -> tuple[BookPicture, ...]:
        """Return the pictures of a book, or of one page of it."""
        where = "" if page is None else " AND page = ?"
        with self._open() as base:
            found = base.execute(
                f"SELECT page, caption, png FROM pictures WHERE guideline = ?{where} ORDER BY at",
                (guideline,) if page is None else (guideline, page),
            )
            return tuple(BookPicture(page=p, caption=c, png=png) for p, c, png in found)

    def source(self, guideline: str) -> bytes:
        """Return the file of a book as it was added; empty when there is none."""
        with self._open() as base:
            row = base.execute(
                "SELECT data FROM sources WHERE guideline = ?", (guideline,)
            ).fetchone()
            return bytes(row[0]) if row else b""

    def passages(self, guideline: str) -> tuple[Passage, ...]:
        """Return the passages of a book in reading order."""
        with self._open() as base:
            found = base.execute(
                "SELECT record FROM passages WHERE guideline = ? ORDER BY no", (guideline,)
            )
            return tuple(passage_of(row[0]) for row in found)

    def fact(self, name: str) -> str | None:
        """Return a fact about the library itself."""
        with self._open() as base:
            row = base.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
            return str(row[0]) if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Record a fact about the library itself."""
        with self._open() as base:
            base.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

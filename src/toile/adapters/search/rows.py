"""Rows of the catalogue: how passages, their vectors and their words lie in the tables."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from toile.domain.guidelines import BookPicture, Guideline, Passage

Vectors = NDArray[np.float32]
# The row of ``terms`` that counts the passages themselves.
EVERY = ""


@dataclass(frozen=True)
class Row:
    """One passage with its vectors: ``whole`` (d), ``sentences`` (n, d)."""

    id: str
    guideline: str
    passage: Passage
    whole: Vectors
    sentences: Vectors
    # What it is found by word for word: stems of its words and of their English.
    stems: tuple[str, ...] = ()


@dataclass(frozen=True)
class Book:
    """Everything that is put into the catalogue about one guideline, at once."""

    guideline: Guideline
    rows: tuple[Row, ...]
    pictures: tuple[BookPicture, ...]
    source: bytes


def brand_word(brand: str) -> str:
    """Return the brand as one token of letters, so that it can be matched like a word."""
    return "b" + brand.encode("utf-8").hex()


def next_generation(base: sqlite3.Connection) -> int:
    """Count one more change of the library and return how many there were."""
    base.execute(
        "INSERT INTO facts VALUES ('generation', '1')"
        " ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )
    (value,) = base.execute("SELECT value FROM facts WHERE name = 'generation'").fetchone()
    return int(value)


def forget_book(base: sqlite3.Connection, guideline: str) -> None:
    """Take a book, its passages and their counts out of the tables."""
    rows = base.execute(
        "SELECT w.rowid, p.brand, w.words FROM passage_words w JOIN passages p ON p.no = w.rowid"
        " WHERE p.guideline = ?",
        (guideline,),
    ).fetchall()
    if rows:
        _count(base, rows[0][1], [words for _, _, words in rows], -1)
        base.executemany("DELETE FROM passage_words WHERE rowid = ?", [(no,) for no, *_ in rows])
    for table in ("passages", "pictures", "sources"):
        base.execute(f"DELETE FROM {table} WHERE guideline = ?", (guideline,))
    base.execute("DELETE FROM guidelines WHERE id = ?", (guideline,))


def _count(base: sqlite3.Connection, brand: str, texts: Sequence[str], sign: int) -> None:
    """Add or take away the passages that hold each stem."""
    held = Counter(stem for words in texts for stem in {*words.split(), EVERY})
    base.executemany(
        "INSERT INTO terms VALUES (?, ?, ?)"
        " ON CONFLICT (brand, term) DO UPDATE SET held = held + excluded.held",
        [(brand, term, sign * count) for term, count in held.items()],
    )
    base.execute("DELETE FROM terms WHERE brand = ? AND held <= 0", (brand,))


def put_rows(base: sqlite3.Connection, brand: str, rows: Iterable[Row]) -> None:
    """Put passages in, with their words and counts."""
    (last,) = base.execute("SELECT coalesce(max(no), 0) FROM passages").fetchone()
    texts: list[str] = []
    for no, row in enumerate(rows, start=last + 1):
        base.execute(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                no,
                row.id,
                row.guideline,
                brand,
                _record(row.passage),
                _blob(row.whole),
                _blob(row.sentences),
            ),
        )
        texts.append(" ".join(row.stems))
        base.execute(
            "INSERT INTO passage_words (rowid, brand, words) VALUES (?, ?, ?)",
            (no, brand_word(brand), texts[-1]),
        )
    _count(base, brand, texts, +1)


def _record(passage: Passage) -> str:
    facts = [passage.text, passage.page, passage.start, passage.end, list(passage.headings)]
    return json.dumps([*facts, passage.language], ensure_ascii=False)


def passage_of(record: str) -> Passage:
    """Return a passage from its record."""
    text, page, start, end, headings, *language = json.loads(record)
    return Passage(
        text=text,
        page=page,
        start=start,
        end=end,
        headings=tuple(headings),
        language=next(iter(language), "en"),
    )


def _blob(vectors: Vectors) -> bytes:
    return vectors.astype(np.float16).tobytes()


def floats(blob: bytes) -> Vectors:
    """Return the numbers of a stored vector."""
    return np.frombuffer(blob, np.float16).astype(np.float32)


def row_of(found: tuple[str, str, str, bytes, bytes, str]) -> Row:
    """Return a row of the table as a passage with its vectors."""
    whole = floats(found[3])
    sentences = floats(found[4]).reshape(-1, len(whole))
    stems = tuple(found[5].split(" "))
    return Row(found[0], found[1], passage_of(found[2]), whole, sentences, stems)

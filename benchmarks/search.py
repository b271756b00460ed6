"""How fast the guideline search is, beside what one would use instead, in the same run.

Run: python benchmarks/search.py [--passages 20000 100000] [--folder DIR]
Vectors of the bulk are random (only speed is measured); questions are embedded for real.
"""

import argparse
import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import bm25s
import numpy as np
import table

from toile.adapters.documents.guarded import GuardedReader
from toile.adapters.embeddings.minilm_onnx import MiniLmEmbedder
from toile.adapters.search.library import GuidelineLibrary
from toile.adapters.search.rows import Book, Row
from toile.domain.guidelines import Guideline, Passage

QUESTIONS = (
    "from which side does the key light come",
    "can she hold a phone",
    "how much room above the head",
    "Welche Requisiten sind verboten?",
    "Quel âge minimum pour les mannequins ?",
    "ratio for stories",
    "are tattoos allowed",
    "who signs off the pictures",
)
# fmt: off
WORDS = [
    "light", "shadow", "window", "lens", "crop", "frame", "coat", "bag", "model", "skin",
    "colour", "palette", "logo", "space", "retouch", "prop", "chair", "floor", "wall", "rain",
    "hand", "face", "hair", "nail", "ratio", "file", "print", "screen", "video", "step", "pose",
]
# fmt: on


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, nargs="+", default=[20_000, 100_000])
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    print(f"{'passages':>9} {'what':<42} {'p50 ms':>8} {'p95 ms':>8} {'cpu p95':>8}")
    for passages in given.passages:
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            run(Path(folder), passages)


def run(folder: Path, passages: int) -> None:
    """Fill a library, ask it, and ask two plain alternatives over the same texts."""
    library = GuidelineLibrary(folder, reader=GuardedReader(), embedder=MiniLmEmbedder())
    for what, times in asked(library, passages):
        show(passages, what, times)
    clock, cpu = added(library)
    what = "add a book of 1,000 passages, seconds"
    print(f"{passages:>9} {what:<42} {clock:>8.1f} {'':>8} {cpu:>8.1f}")


def rows(*, quick: bool) -> Iterator[table.Row]:
    """Yield the answer beside the two alternatives for the common table."""
    passages = 5_000 if quick else 20_000
    with tempfile.TemporaryDirectory() as place:
        library = GuidelineLibrary(Path(place), reader=GuardedReader(), embedder=MiniLmEmbedder())
        (_, ours), *others = asked(library, passages)
        middle = statistics.median(clock for clock, _ in ours)
        for what, times in others:
            yield table.Row(
                f"answer with citations, {passages:,} passages, median", middle, "ms",
                what.removeprefix("plain: "), statistics.median(clock for clock, _ in times),
            )  # fmt: skip
        worst = statistics.quantiles([clock for clock, _ in ours], n=20)[-1]
        yield table.Row(f"answer with citations, {passages:,} passages, p95", worst, "ms")
        yield table.Row("add a book of 1,000 passages", added(library)[0], "s")


def asked(
    library: GuidelineLibrary, passages: int
) -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Yield what was asked, and the times of it: the library first, then what is beside it."""
    texts, vectors = fill(library, passages)
    for question in QUESTIONS:
        library.answer(question, "bench", 5)
    yield (
        "Toile: answer, embedding included",
        timed(lambda question: library.answer(question, "bench", 5)),
    )
    embedder = MiniLmEmbedder()
    yield (
        "plain: embed, NumPy brute force, top 5",
        timed(lambda question: np.argpartition(-(vectors @ embedder.embed((question,))[0]), 5)[:5]),
    )
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, show_progress=False), show_progress=False)
    yield (
        "plain: bm25s in memory, top 5",
        timed(
            lambda question: index.retrieve(
                bm25s.tokenize(question, show_progress=False), k=5, show_progress=False
            )
        ),
    )


def fill(library: GuidelineLibrary, passages: int) -> tuple[list[str], np.ndarray]:
    """Put random passages in, 5,000 a book."""
    chance = np.random.default_rng(7)
    # Trade words among ordinary ones, rare ones rarely, as in books.
    ordinary = (f"w{rank}" for rank in chance.zipf(1.3, passages * 24) % 50_000)
    texts = [" ".join((*chance.choice(WORDS, 6), *islice(ordinary, 24))) for _ in range(passages)]
    vectors = chance.normal(size=(passages, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    for start in range(0, passages, 5_000):
        library._store(book(start, texts[start : start + 5_000], vectors[start : start + 5_000]))
    return texts, vectors


def book(start: int, texts: list[str], vectors: np.ndarray) -> Book:
    """Return one book of ready passages."""
    id_ = hashlib.sha256(str(start).encode()).hexdigest()[:12]
    rows = tuple(
        Row(
            f"{id_}.1.{no}",
            id_,
            Passage(text=text, page=no // 5 + 1, start=0, end=len(text), headings=("Part",)),
            vector,
            np.stack([vector, vector]),
        )
        for no, (text, vector) in enumerate(zip(texts, vectors, strict=True))
    )
    return Book(
        Guideline(
            id=id_, brand="bench", name=f"{id_}.md", version=1, file_hash=id_,
            media_type="text/markdown", pages=1_000, passages=len(rows),
        ),
        rows, (), b"",
    )  # fmt: skip


def added(library: GuidelineLibrary) -> tuple[float, float]:
    """Return the seconds that a real book of about a thousand passages takes."""
    chance = np.random.default_rng(11)
    lines = [
        f"## Rule {no}\n\n{' '.join(chance.choice(WORDS, 18))}. "
        f"{' '.join(chance.choice(WORDS, 14))}.\n"
        for no in range(1_000)
    ]
    start, used = time.perf_counter(), time.process_time()
    made = library.add("\n".join(lines).encode(), "thousand.md", "bench")
    if made.passages != 1_000:
        raise SystemExit(f"the book gave {made.passages} passages")
    return time.perf_counter() - start, time.process_time() - used


def timed(ask: Callable[[str], object]) -> list[tuple[float, float]]:
    """Return milliseconds a question, on the clock and of processor, each asked ten times."""
    out = []
    for question in QUESTIONS * 10:
        start, used = time.perf_counter(), time.process_time()
        ask(question)
        spent = time.process_time() - used
        out.append(((time.perf_counter() - start) * 1_000, spent * 1_000))
    return out


def show(passages: int, what: str, times: list[tuple[float, float]]) -> None:
    """Print one row."""
    clock, cpu = zip(*times, strict=True)
    p95, used = (statistics.quantiles(row, n=20)[-1] for row in (clock, cpu))
    figures = f"{statistics.median(clock):>8.1f} {p95:>8.1f} {used:>8.1f}"
    print(f"{passages:>9} {what:<42} {figures}", flush=True)


if __name__ == "__main__":
    main()

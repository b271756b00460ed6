"""One question to one brand's books: candidates by meaning and by words, then the ranking."""

from collections.abc import Mapping
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from toile.adapters.search.catalogue import Catalogue, Row
from toile.adapters.search.chroma import ChromaVectors
from toile.domain.guidelines import Answer, Citation, Found, Guideline
from toile.domain.ranking import Evidence, Silence, belief, relevance, share_found
from toile.domain.words import terms

_CANDIDATES = 40
SILENT = "The book does not say."


class _Embedder(Protocol):
    def embed(self, texts: tuple[str, ...]) -> NDArray[np.float32]: ...


class Asker:
    """Answers questions; changes nothing."""

    def __init__(self, catalogue: Catalogue, vectors: ChromaVectors, embedder: _Embedder) -> None:
        self._catalogue = catalogue
        self._vectors = vectors
        self._embedder = embedder

    def answer(self, question: str, books: Mapping[str, Guideline], limit: int) -> Answer:
        """Return the answer of the books given."""
        if not books:
            return Answer(question=question, in_book=False, say="No guideline is in the library.")
        ranked = self.ranked(question, tuple(dict.fromkeys(b.brand for b in books.values())))
        found = tuple(
            Found(
                citation=_citation(row, books[row.guideline]),
                score=round(belief(evidence), 4),
                in_book=belief(evidence) >= Silence().line,
            )
            for row, evidence in ranked[:limit]
            if row.guideline in books
        )
        if found and found[0].in_book:
            return Answer(question=question, in_book=True, found=found)
        return Answer(question=question, in_book=False, nearest=found, say=SILENT)

    def ranked(self, question: str, brands: tuple[str, ...]) -> list[tuple[Row, Evidence]]:
        """Return the candidates with their evidence, best first."""
        vector = self._embedder.embed((question,))[0]
        wanted = terms(question)
        ids = dict.fromkeys(
            id_
            for brand in brands
            for id_ in (
                *self._vectors.near(brand, vector, _CANDIDATES),
                *self._catalogue.matching(brand, wanted, _CANDIDATES),
            )
        )
        holding, passages = self._catalogue.holding(wanted)
        scored = [
            (row, _evidence(row, vector, share_found(wanted, _text(row), holding, passages)))
            for row in self._catalogue.rows(tuple(ids))
        ]
        return sorted(scored, key=lambda pair: (-relevance(pair[1]), pair[0].id))


def _text(row: Row) -> str:
    return f"{row.passage.heading} {row.passage.text}"


def _evidence(row: Row, vector: NDArray[np.float32], share: float) -> Evidence:
    best = float((row.sentences @ vector).max()) if len(row.sentences) else 0.0
    return Evidence(float(row.whole @ vector), best, share)


def _citation(row: Row, book: Guideline) -> Citation:
    passage = row.passage
    return Citation(
        guideline=book.id,
        document=book.name,
        version=book.version,
        page=passage.page,
        start=passage.start,
        end=passage.end,
        quote=passage.text,
        headings=passage.headings,
    )

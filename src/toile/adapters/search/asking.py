"""One question to one brand's books: candidates by meaning and by words, then the ranking."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from toile.adapters.search.background import Background
from toile.adapters.search.catalogue import Catalogue
from toile.adapters.search.chroma import ChromaVectors
from toile.adapters.search.rows import Row
from toile.adapters.search.words import packaged_answer_kinds, packaged_glossary, packaged_ranking
from toile.domain.answer_kinds import AnswerKind
from toile.domain.glossary import Glossary
from toile.domain.guidelines import Answer, Citation, Found, Guideline, Passage
from toile.domain.passages import is_slight
from toile.domain.ranking import Evidence, Scheme, Sought, Wanted, belief, relevance
from toile.domain.silence import silence
from toile.domain.words import stem, words

Vectors = NDArray[np.float32]
_CANDIDATES = 40
# So many of the best are held against what is known of other books.
_WEIGHED = 10
Pair = tuple[Row, Evidence]


class _Embedder(Protocol):
    name: str

    def embed(self, texts: tuple[str, ...]) -> Vectors: ...


@dataclass(frozen=True)
class _Asked:
    """A question made ready: what it is after, its own vector, and the one searched with."""

    sought: tuple[Sought, ...]
    kind: AnswerKind | None
    own: Vectors
    vector: Vectors


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
        brands = dict.fromkeys(book.brand for book in books.values())
        ranked = sorted(
            (pair for brand in brands for pair in self.ranked(question, brand)),
            key=lambda pair: (-self._relevance(pair), pair[0].id),
        )
        found = tuple(
            self._found(row, evidence, books[row.guideline])
            for row, evidence in ranked[:limit]
            if row.guideline in books
        )
        if found and found[0].in_book:
            return Answer(question=question, in_book=True, found=found)
        say = silence(
            self.glossary.unheard(question),
            self._unnamed(question, tuple(brands)),
            found[0] if found else None,
        )
        return Answer(question=question, in_book=False, nearest=found, say=say)

    def _unnamed(self, question: str, brands: tuple[str, ...]) -> tuple[str, ...]:
        """Return the things asked about, in English, that stand on no page, nor a like word."""
        english = self.glossary.english(question)
        sought = self.glossary.sought(english)
        stems = tuple(dict.fromkeys(each for one in sought for each in one.stems()))
        counts = [self._catalogue.holding(brand, stems)[0] for brand in brands]
        held = frozenset(term for each in counts for term, count in each.items() if count)
        spelled = {stem(word): word for word in words(english)}
        return tuple(
            " ".join(spelled[part] for part in one.own)
            for one in sought
            if not one.generic and self._is_thing(one) and not one.held_by(held)
        )

    def _is_thing(self, sought: Sought) -> bool:
        # "To hold" is a deed, though a hold is a thing; "one" is a number.
        kinds = self.glossary.kinds.get(sought.own[-1], frozenset())
        return bool(kinds) and sought.own[0] != "to" and "digit" not in kinds

    def ranked(self, question: str, brand: str) -> list[Pair]:
        """Return the candidates of one brand with their evidence, best first."""
        asked = self._asked(question)
        stems = tuple(dict.fromkeys(each for one in asked.sought for each in one.stems()))
        near = self._vectors.near(brand, asked.vector, _CANDIDATES, self._catalogue.generation())
        worded = self._catalogue.matching(brand, stems, _CANDIDATES)
        rows = self._catalogue.rows(tuple(dict.fromkeys((*near, *worded))))
        if not rows:
            return []
        wanted = Wanted.of(asked.sought, *self._catalogue.holding(brand, stems), self.scheme.words)
        held = [frozenset(row.stems) for row in rows]
        pairs = [
            (row, _evidence(row, asked, wanted, stems_of))
            for row, stems_of in zip(rows, held, strict=True)
        ]
        pairs.sort(key=lambda pair: (-self._relevance(pair), pair[0].id))
        return self._weighed(asked, pairs, frozenset().union(*held))

    def _weighed(self, asked: _Asked, pairs: list[Pair], held: frozenset[str]) -> list[Pair]:
        """Return the pairs; the best of them held against what is known of other books."""
        said = np.concatenate([row.sentences for row, _ in pairs])
        foreign = self._background.foreign(asked.own, said, held)
        usual = self._background.usual(asked.own)
        best = [row.sentences for row, _ in pairs[:_WEIGHED]]
        outstanding = self._background.outstanding(asked.own, np.concatenate(best))
        starts = np.cumsum([0, *(len(each) for each in best[:-1])])
        weighed = [
            (row, replace(
                evidence,
                elsewhere=foreign.elsewhere,
                unsaid=foreign.unsaid,
                usual=usual,
                outstanding=float(most),
            ))
            for (row, evidence), most in zip(
                pairs[:_WEIGHED], np.maximum.reduceat(outstanding, starts), strict=True
            )
        ]  # fmt: skip
        return weighed + pairs[_WEIGHED:]

    def _asked(self, question: str) -> _Asked:
        english = self.glossary.english(question)
        sought = self.glossary.sought(english)
        kin = [word for one in sought if not one.generic for word in one.words[:3]]
        wider = ", ".join(word for word in kin if word not in english)
        own, broad = self._embedder.embed((english, f"{english} ({wider})" if wider else english))
        share = self.scheme.words.wider
        vector = (1 - share) * own + share * broad
        kind = packaged_answer_kinds().asked(question)
        return _Asked(sought, kind, own, vector / np.linalg.norm(vector))

    @cached_property
    def glossary(self) -> Glossary:
        """The trade's words; read on first use."""
        return packaged_glossary()

    @cached_property
    def _background(self) -> Background:
        return Background(self.glossary, self._embedder, self.scheme.ground)

    @cached_property
    def scheme(self) -> Scheme:
        """The weights of the ranking; read on first use."""
        return packaged_ranking()

    def _relevance(self, pair: Pair) -> float:
        return relevance(pair[1], self.scheme.relevance)

    def _found(self, row: Row, evidence: Evidence, book: Guideline) -> Found:
        sure = belief(evidence, self.scheme.belief)
        return Found(
            citation=cited(row.passage, book),
            score=round(sure, 4),
            in_book=sure >= self.scheme.belief.line,
        )


def _evidence(row: Row, asked: _Asked, wanted: Wanted, stems: frozenset[str]) -> Evidence:
    whole = float(row.whole @ asked.vector)
    return Evidence(
        whole=whole,
        # Some points make sense under their heading alone.
        best=max(whole, float((row.sentences @ asked.vector).max())),
        share=wanted.share(stems),
        missing=wanted.missing,
        slight=is_slight(row.passage.text),
        ungiven=asked.kind is not None and not asked.kind.given_by(row.passage.text),
        foreign=row.passage.language != "en",
    )


def cited(passage: Passage, book: Guideline) -> Citation:
    """Return where a passage stands in its book."""
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

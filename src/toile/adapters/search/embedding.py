"""Passages made ready to be found: in English trade words where they are in another language.

The packaged model reads English only. A question goes the same way, so that both meet.
"""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from toile.adapters.search.rows import Row
from toile.domain.glossary import Glossary
from toile.domain.guidelines import Guideline, Passage
from toile.domain.passages import in_language, pieces, stems_of, text_to_embed, with_hues


class Embedder(Protocol):
    """Texts into vectors of length one, one row a text."""

    name: str

    def embed(self, texts: tuple[str, ...]) -> NDArray[np.float32]: ...


def rows_of(
    guideline: Guideline,
    start: int,
    passages: tuple[Passage, ...],
    embedder: Embedder,
    glossary: Glossary,
) -> list[Row]:
    """Return the passages of a book from number ``start`` on, with their vectors and stems."""
    part = [in_language(passage, glossary) for passage in passages]
    texts = [glossary.english(text_to_embed(one), one.language) for one in part]
    parts = [
        tuple(glossary.english(piece, one.language) for piece in pieces(with_hues(one.text)))
        for one in part
    ]
    single = [len(piece) < 2 for piece in parts]
    flat = [text for piece, alone in zip(parts, single, strict=True) if not alone for text in piece]
    vectors = embedder.embed((*texts, *flat))
    rows, at = [], len(texts)
    for no, (passage, piece, alone) in enumerate(zip(part, parts, single, strict=True)):
        own = vectors[no : no + 1] if alone else vectors[at : at + len(piece)]
        at += 0 if alone else len(piece)
        id_ = f"{guideline.id}.{guideline.version}.{start + no}"
        stems = stems_of(passage, glossary)
        rows.append(Row(id_, guideline.id, passage, vectors[no], own, stems))
    return rows

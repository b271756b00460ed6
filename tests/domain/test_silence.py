"""What is told when the book is silent."""

import pytest

from toile.domain.guidelines import Citation, Found
from toile.domain.silence import silence


def near(score: float) -> Found:
    where = Citation(
        guideline="g", document="book.md", version=1, page=3, start=0, end=9,
        quote="A dial.", headings=("2 Camera", "Dials"),
    )  # fmt: skip
    return Found(citation=where, score=score, in_book=False)


@pytest.mark.parametrize(
    ("unheard", "unnamed", "nearest", "say"),
    [
        ((), (), None, "The book does not say."),
        (("boett",), ("boett",), None,
         "The book does not say. These words were not understood: boett."),
        ((), ("tattoo", "wrist"), None,
         "The book does not say. No page names “tattoo” or “wrist”."),
        ((), ("a", "b", "c", "d"), near(0.05),
         "The book does not say. No page names “a”, “b” or “c”."),
        ((), (), near(0.3),
         "The book does not say. The nearest it has stands under “Dials” (book.md, p. 3)."),
    ],
)  # fmt: skip
def test_silence_is_told_with_its_grounds(
    unheard: tuple[str, ...], unnamed: tuple[str, ...], nearest: Found | None, say: str
) -> None:
    assert silence(unheard, unnamed, nearest) == say

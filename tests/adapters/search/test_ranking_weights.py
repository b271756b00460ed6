"""The weights of the ranking come from a file that is checked, and they decide."""

from importlib.resources import files
from pathlib import Path

import pytest

from toile.adapters.search.words import packaged_ranking, read_ranking
from toile.domain.errors import ServiceUnavailable
from toile.domain.ranking import Evidence, Sought, Wanted, belief, relevance

PACKAGED = files("toile") / "data" / "search" / "ranking.yaml"


@pytest.mark.parametrize(
    ("line", "instead", "said"),
    [
        ("  kin: 0.8 ", "", "words.kin: Field required"),
        ("  kin: 0.8 ", "  kin: much", "words.kin: Input should be a valid number"),
        ("  kin: 0.8 ", "  kin: 8", "words.kin: Input should be less than or equal to 1"),
        ("  kin: 0.8 ", "  kin: 0.8\n  kith: 1", "words.kith: Extra inputs are not permitted"),
        ("words:", "words: [", "cannot be read: while parsing"),
    ],
)
def test_a_file_of_weights_that_is_not_whole_is_refused_by_the_place(
    tmp_path: Path, line: str, instead: str, said: str
) -> None:
    file = tmp_path / "ranking.yaml"
    file.write_text(PACKAGED.read_text("utf-8").replace(line, instead, 1), "utf-8")
    with pytest.raises(ServiceUnavailable, match=said):
        read_ranking(file)


def test_a_passage_with_more_of_the_question_comes_first_and_is_believed_sooner() -> None:
    scheme = packaged_ranking()
    half, whole = (Evidence(0.4, 0.5, share, missing=0.0) for share in (0.5, 1.0))
    assert relevance(half, scheme.relevance) < relevance(whole, scheme.relevance)
    assert belief(half, scheme.belief) < belief(whole, scheme.belief)


def test_a_word_of_the_same_meaning_counts_a_little_less_than_the_own() -> None:
    words = packaged_ranking().words
    hat = Sought(own=("hat",), kin=(("cap",),))
    wanted = Wanted.of((hat,), {"hat": 1, "cap": 1}, 20, words)
    shares = [wanted.share(frozenset({held})) for held in ("hat", "cap", "shoe")]
    assert shares == [1.0, words.kin, 0.0]

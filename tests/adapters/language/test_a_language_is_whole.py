"""What a new language owes before the built-in interpreter can read it, all of it at once."""

from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

from toile.adapters.language.built_in.edits.clauses import _JOINS
from toile.adapters.language.built_in.text import lexicon, word_forms
from toile.domain.errors import BadInput
from toile.domain.glossary import LANGUAGES as GLOSSED

DATA = files("toile") / "data" / "language"
WISHES = yaml.safe_load((DATA / "alterations.yaml").read_text("utf-8"))["languages"]
LISTS = {line.split("|")[0] for line in (DATA / "small_words.psv").read_text("utf-8").splitlines()}


def owed(language: str) -> Iterator[str]:
    """Yield what is missing, as the next step of whoever adds the language."""
    if language not in lexicon.LANGUAGES:
        yield "its code in LANGUAGES of lexicon.py, in the order of the columns"
    if language not in word_forms.ENDINGS:
        yield "its endings in ENDINGS of word_forms.py"
    if language not in _JOINS:
        yield "the words that join clauses in _JOINS of edits/clauses.py"
    if language not in {row[0] for row in lexicon.read_table("function_words")}:
        yield "a row of function_words.psv, by which it is told from the others"
    if language != "en" and f"false_friends.{language}" not in LISTS:
        yield f"a row false_friends.{language} of small_words.psv"
    lacking = set(WISHES["en"]) - set(WISHES.get(language, ()))
    if lacking:
        yield f"{', '.join(sorted(lacking))} of alterations.yaml"
    if language not in GLOSSED:
        yield "its column of the search glossary, in LANGUAGES of domain/glossary.py"


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_a_language_that_is_read_owes_nothing(language: str) -> None:
    assert list(owed(language)) == []


def test_a_language_that_nobody_wrote_owes_all_of_it() -> None:
    assert len(list(owed("xx"))) == 7


def test_a_column_of_a_language_that_is_not_named_is_refused_and_not_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = len(lexicon.LANGUAGES)
    row = ("black", *("black" for _ in range(read + 1)))
    monkeypatch.setattr(lexicon, "read_table", lambda _: (row,))
    with pytest.raises(BadInput, match=f"black: {read + 1} columns for {read} languages"):
        list(lexicon._rows(("colours",)))

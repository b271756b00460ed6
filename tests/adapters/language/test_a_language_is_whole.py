"""What a new language owes before the built-in interpreter can read it, all of it at once."""

from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest
import yaml

from toile.adapters.language.built_in.edits.clauses import _JOINS
from toile.adapters.language.built_in.edits.message.new_shot_orders import AFTER, FIRST, ORDERS
from toile.adapters.language.built_in.text import lexicon, word_forms
from toile.adapters.language.built_in.text.families import GERMANIC, ROMANCE
from toile.domain.errors import BadInput
from toile.domain.glossary import LANGUAGES as GLOSSED

DATA = files("toile") / "data" / "language"
WISHES = yaml.safe_load((DATA / "alterations.yaml").read_text("utf-8"))["languages"]
LISTS = {line.split("|")[0] for line in (DATA / "small_words.psv").read_text("utf-8").splitlines()}


def lists(language: str) -> set[str]:
    """Return the lists that most other languages have a row of and this one has not."""
    others = [other for other in lexicon.LANGUAGES if other != language]
    kept = Counter(
        one.removesuffix(f".{other}")
        for one in LISTS
        for other in others
        if one.endswith(f".{other}")
    )
    shared = {name for name, count in kept.items() if count > len(others) / 2}
    # Only what is not English can be taken for it.
    shared -= {"false_friends"} if language == "en" else set()
    return {name for name in shared if f"{name}.{language}" not in LISTS}


def tables(language: str) -> list[str]:
    """Return the tables with a language a row that have none of this one."""
    told = ("wrappings", "numbered")
    return [t for t in told if language not in {row[1] for row in lexicon.read_table(t)}]


def owed(language: str) -> Iterator[str]:
    """Yield what is missing, as the next step of whoever adds the language."""
    if language not in lexicon.LANGUAGES:
        yield "its code in LANGUAGES of lexicon.py, in the order of the columns"
    if language not in word_forms.ENDINGS:
        yield "its endings in ENDINGS of word_forms.py"
    if language not in (*ROMANCE, *GERMANIC, "en"):
        yield "its family in families.py"
    if language not in _JOINS:
        yield "the words that join clauses in _JOINS of edits/clauses.py"
    if any(language not in words for words in (ORDERS, AFTER, FIRST)):
        yield "the order for a new shot in edits/message/new_shot_orders.py"
    if language not in {row[0] for row in lexicon.read_table("function_words")}:
        yield "a row of function_words.psv, by which it is told from the others"
    yield from (f"its rows of {table}.psv" for table in tables(language))
    yield from (f"a row {name}.{language} of small_words.psv" for name in sorted(lists(language)))
    lacking = set(WISHES["en"]) - set(WISHES.get(language, ()))
    if lacking:
        yield f"{', '.join(sorted(lacking))} of alterations.yaml"
    if language not in GLOSSED:
        yield "its column of the search glossary, in LANGUAGES of domain/glossary.py"


@pytest.mark.parametrize("language", lexicon.LANGUAGES)
def test_a_language_that_is_read_owes_nothing(language: str) -> None:
    assert list(owed(language)) == []


def test_a_language_that_nobody_wrote_owes_all_of_it() -> None:
    found = " ".join(owed("xx"))
    for what in ("LANGUAGES of lexicon.py", "word_forms.py", "families.py", "clauses.py",
                 "function_words.psv", "false_friends.xx", "letters.xx", "light.heads.xx",
                 "reshape_person", "domain/glossary.py"):  # fmt: skip
        assert what in found


def test_a_column_of_a_language_that_is_not_named_is_refused_and_not_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = len(lexicon.LANGUAGES)
    row = ("black", *("black" for _ in range(read + 1)))
    monkeypatch.setattr(lexicon, "read_table", lambda _: (row,))
    with pytest.raises(BadInput, match=f"black: {read + 1} columns for {read} languages"):
        list(lexicon._rows(("colours",)))


@pytest.mark.parametrize(("table", "answers"), [("studio", "ways"), ("feelings", "offers")])
def test_each_row_of_a_small_table_has_its_answer_and_each_answer_a_row(
    table: str, answers: str
) -> None:
    told = yaml.safe_load((DATA / f"{table}.yaml").read_text("utf-8"))[answers]
    assert {row[0].partition(":")[2] for row in lexicon.read_table(table)} == set(told)


def test_each_list_of_small_words_has_a_name_of_its_own() -> None:
    path = files("toile") / "data" / "language" / "small_words.psv"
    lines = path.read_text(encoding="utf-8").splitlines()
    names = [line.split("|")[0] for line in lines if line and not line.startswith("#")]
    assert len(names) == len(set(names))

"""How many variations of which shots a message asks for."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.adapters.language.edit_tools import read_call, tools
from toile.domain.commands import EditContext, Vary
from toile.domain.errors import ModelAnswerUnusable
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of([Shot(id=name, set="moor", pose="walking") for name in "abcde"])


@pytest.mark.parametrize(
    ("message", "wanted"),
    [
        ("vary 2", {"b": 1}),
        ("vary 2 three times", {"b": 3}),
        ("three versions of 2", {"b": 3}),
        ("give me four options for shot 3", {"c": 4}),
        ("can we see a few alternatives for 2?", {"b": 3}),
        ("three versions of shots 2 and 5", {"b": 3, "e": 3}),
        ("vary 2 and 3", {"b": 1, "c": 1}),
        ("trois variantes du 2", {"b": 3}),
        ("drei Varianten von 4", {"d": 3}),
        ("tre varianter av 2", {"b": 3}),
        ("due varianti della 5", {"e": 2}),
        ("another two versions of 4", {"d": 2}),
        ("quiero cuatro versiones de la 2", {"b": 4}),
    ],
)
def test_a_count_of_variations_is_no_number_of_a_shot(message: str, wanted: dict[str, int]) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert {c.shot: c.count for c in answer.commands if isinstance(c, Vary)} == wanted
    assert len(answer.commands) == len(wanted)


def test_more_than_can_be_looked_at_is_done_in_part_and_said() -> None:
    answer = read_edit("twelve versions of 2", EditContext(shots=BOARD))
    assert answer.type == "partial"
    assert [c.count for c in answer.commands if isinstance(c, Vary)] == [6]
    assert "at most 6" in answer.say


def test_a_model_has_only_the_words_that_a_person_has() -> None:
    assert "vary" in {tool["function"]["name"] for tool in tools()}
    with pytest.raises(ModelAnswerUnusable):
        read_call("also_version", {"shot": "b", "fields": [["garments", "red coat"]]})

"""How a garment is worn: a word in front of it, that ends what was said before."""

import pytest

from toile.adapters.language.built_in.edits.message.ways_of_wearing import Way, ways
from toile.adapters.language.built_in.edits.reader import read_edit
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table, word_set
from toile.workflow.edit_state import context_of

SHOT = {
    "id": "a", "no": 1, "kind": "still", "framing": "full", "angle": "eye level", "lens": "50mm",
    "light": "window light", "set": "street", "pose": "standing", "props": [], "talent": ["Ines"],
    "garments": ["camel coat", "white shirt", "blue jeans"], "aspect": "4:5", "priority": "must",
}  # fmt: skip


def worn(*messages: str) -> tuple[str, ...]:
    shots: list[dict[str, object]] = [SHOT]
    for message in messages:
        answer = read_edit(message, context_of({"twins": ["Ines"]}, shots))
        shots = [shot.model_dump(mode="json") for shot in answer.shots.shots]
    return answer.shots.shots[0].garments


def test_a_way_ends_the_one_before_and_no_other() -> None:
    assert (
        worn("open the coat in 1", "collar up on the coat")[0] == "upturned-collar open camel coat"
    )
    closed = worn("open the coat in 1", "collar up on the coat", "button the coat up again")
    assert closed[0] == "buttoned-up upturned-collar camel coat"


def test_a_part_that_several_garments_have_is_asked_about() -> None:
    answer = read_edit("roll up the sleeves in 1", context_of({"twins": ["Ines"]}, [SHOT]))
    assert answer.type == "ask"
    assert answer.say == "Which in shot 1: the camel coat or the white shirt?"


def test_what_nobody_wears_is_said_and_not_put_on() -> None:
    answer = read_edit("unbutton the cardigan in 1", context_of({"twins": ["Ines"]}, [SHOT]))
    assert (answer.type, answer.say) == ("ask", "Shot 1 has no cardigan.")


def test_what_is_worn_so_already_is_said() -> None:
    shot = SHOT | {"garments": ["tucked-in white shirt"]}
    answer = read_edit("tuck the shirt in", context_of({"twins": ["Ines"]}, [shot]))
    assert answer.type == "none"
    assert "worn so already" in answer.say


def test_what_somebody_does_to_a_garment_is_a_pose() -> None:
    assert worn("Ines tucking her shirt in") == ("camel coat", "white shirt", "blue jeans")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_is_said_in_every_language(language: str) -> None:
    column = 4 + LANGUAGES.index(language)
    assert [row[0] for row in read_table("worn_so") if not row[column].strip()] == []


@pytest.mark.parametrize("way", ways().values(), ids=str)
def test_a_way_ends_known_ways_and_is_worn_somewhere(way: Way) -> None:
    assert set(way.ends) <= ways().keys()
    assert all(word_set(place) for place in way.places)
    assert way.written or way.ends

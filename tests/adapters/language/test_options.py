"""Several pictures of one shot, each told, are versions beside each other."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import AlsoVersion, EditAnswer
from toile.workflow.edit_state import context_of

SHOT = {
    "id": "a", "no": 1, "kind": "still", "framing": "full", "angle": "eye level", "lens": "50mm",
    "light": "window light", "set": "kitchen", "pose": "leaning", "garments": ["straw hat"],
    "props": [], "talent": ["Nora"], "aspect": "4:5", "priority": "must",
}  # fmt: skip
OTHER = SHOT | {"id": "b", "no": 2, "set": "beach"}


def told(message: str) -> EditAnswer:
    return read_edit(message, context_of({"twins": ["Nora", "Tom"]}, [SHOT, OTHER]))


def besides(answer: EditAnswer) -> list[tuple[str, object]]:
    return [
        fields for one in answer.commands if isinstance(one, AlsoVersion) for fields in one.fields
    ]


@pytest.mark.parametrize(
    "message",
    [
        "two versions of 1: one sitting, one standing",
        "two options for 1: sitting and standing",
        "1 sitting and standing, both please",
        "zwei Varianten von 1: einmal sitting, einmal standing",
        "shoot 1 twice, once sitting once standing",
        "1 zweimal, einmal sitting und einmal standing",
        "la 1 deux fois, une fois sitting et une fois standing",
    ],
)
def test_the_first_is_the_next_version_and_the_others_stand_beside_it(message: str) -> None:
    answer = told(message)
    assert answer.type == "change"
    assert answer.shots.shots[0].pose == "sitting"
    assert besides(answer) == [("pose", "standing")]
    assert answer.shots.shots[1].pose == "leaning"


def test_each_option_may_change_another_field() -> None:
    answer = told("three options for 1: backlit, in the garden, at night")
    assert answer.shots.shots[0].light == "backlight"
    assert besides(answer) == [("set", "garden"), ("light", "night")]


def test_what_is_so_already_is_the_version_that_is_there() -> None:
    answer = told("shoot 1 twice, once with Nora, once with Tom")
    assert answer.shots.shots[0].talent == ("Tom",)
    assert besides(answer) == []


def test_somebody_else_is_an_option_too() -> None:
    answer = told("two versions of 2: one with Tom, one in the garden")
    assert answer.shots.shots[1].talent == ("Tom",)
    assert besides(answer) == [("set", "garden")]


def test_an_option_that_is_not_understood_is_asked_about_and_nothing_is_written() -> None:
    answer = told("two versions of 1: one sitting, one schplotz")
    assert (answer.type, answer.commands) == ("ask", ())
    assert answer.say == "What shall “schplotz” change in shot 1?"


@pytest.mark.parametrize("said", ["with Kofi", "topless"])
def test_an_option_that_is_refused_refuses_all(said: str) -> None:
    answer = told(f"two versions of 1: one sitting, one {said}")
    assert (answer.type, answer.commands) == ("refuse", ())


@pytest.mark.parametrize(
    "message", ["three versions of 1", "two versions of 1: sitting", "both kitchen shots tighter"]
)
def test_what_tells_no_options_is_read_as_before(message: str) -> None:
    assert besides(told(message)) == []

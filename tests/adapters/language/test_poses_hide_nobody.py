"""A pose in its own words hides no child, and versions that are denied or asked about none make."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer
from toile.workflow.edit_state import context_of

SHOT = {
    "id": "a", "no": 1, "kind": "still", "framing": "full", "angle": "eye level", "lens": "50mm",
    "light": "window light", "set": "street", "pose": "standing", "props": [], "talent": ["Ines"],
    "garments": ["camel coat"], "aspect": "4:5", "priority": "must",
}  # fmt: skip


def heard(message: str) -> EditAnswer:
    return read_edit(message, context_of({"twins": ["Ines"]}, [SHOT]))


@pytest.mark.parametrize(
    "message",
    [
        "1 sitting with a child",
        "1 sitting with a little girl",
        "1 sitting with a girl of 9",
        "1 holding a baby",
        "1 sitting like a child",
        "Ines dancing with a toddler in 1",
        "1 sitzend mit einem Kind",
        "1 sitzend mit ihrem Kind",
        "1 sitzend mit einem kleinen Mädchen",
        "zwei Varianten von 1: eine sitzend, eine mit einem Kind",
    ],
)
def test_no_child_sits_in_a_pose(message: str) -> None:
    answer = heard(message)
    assert "under 18" in answer.say
    assert "child" not in (answer.shots.shots[0].pose or "")


@pytest.mark.parametrize("pose", ["sitting with an adult", "sitting on a kid leather stool"])
def test_an_adult_or_leather_is_no_child(pose: str) -> None:
    assert heard(f"1 {pose}").shots.shots[0].pose == pose


@pytest.mark.parametrize(
    "message",
    [
        "don't make two versions of 1: one sitting, one walking",
        "no two versions of 1: one sitting, one walking",
        "should we do two versions of 1: one sitting, one walking?",
    ],
)
def test_versions_that_nobody_wishes_are_not_made(message: str) -> None:
    assert heard(message).commands == ()


def test_a_refused_version_refuses_the_wish_and_touches_no_other_shot() -> None:
    board = [SHOT, SHOT | {"id": "b", "no": 2}, SHOT | {"id": "c", "no": 3}]
    wish = "three options of 2: sitting, walking, topless"
    answer = read_edit(wish, context_of({"twins": ["Ines"]}, board))
    assert (answer.type, answer.commands) == ("refuse", ())
    assert answer.say == "Toile shows nobody undressed."


def test_versions_that_are_wished_are_made() -> None:
    answer = heard("can we have two versions of 1: one sitting, one walking?")
    assert [command.do for command in answer.commands] == ["set_field", "also_version"]

"""A shot goes and another comes where it was; what is held in a picture is no shot."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", garments=("straw hat",), talent=("Nora",)),
        Shot(id="b", no=2, framing="portrait", props=("cup",), talent=("Ines",)),
        Shot(id="c", no=3, framing="wide", set="beach", talent=("Tom",)),
        Shot(id="d", no=4, framing="close-up", talent=("Ines",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    "message",
    [
        "kill 3. in its place a portrait of Nora",
        "lose 3 and instead a portrait of Nora",
        "enlève la 3 et à la place un portrait de Nora",
        "togli la 3, al suo posto un ritratto di Nora",
        "quita la 3 y en su lugar un retrato de Nora",
        "streich die 3, stattdessen ein Porträt von Nora",
        "ta bort 3, istället ett porträtt av Nora",
    ],
)
def test_a_new_shot_stands_where_the_old_one_stood(message: str) -> None:
    shots = _read(message).shots

    assert [shot.id for shot in shots.shots if shot.id in "abcd"] == ["a", "b", "d"]
    assert (shots.numbered(3).framing, shots.numbered(3).talent) == ("portrait", ("Nora",))


@pytest.mark.parametrize(
    "message", ["lose the hat in 1 and instead a scarf", "Hut raus in 1 und stattdessen ein Schal"]
)
def test_a_thing_comes_where_another_went(message: str) -> None:
    assert _read(message).shots.shot("a").garments == ("scarf",)


def test_all_that_is_held_is_asked_about_and_no_shot_goes() -> None:
    answer = _read("lose everything in Ines's hands in 2 and 4")

    assert (answer.type, answer.shots) == ("ask", BOARD)


def test_a_thing_that_is_not_in_a_shot_is_said_not_to_be_there() -> None:
    assert _read("the lamp out of 3").say == "I see no lamp in shot 3."


@pytest.mark.parametrize("message", ["closer on her make-up in 3", "tighter on the make-up in 3"])
def test_a_camera_that_comes_closer_makes_nobody_up(message: str) -> None:
    shot = _read(message).shots.shot("c")
    assert (shot.make_up, shot.framing != "wide") == (None, True)


@pytest.mark.parametrize(
    "message", ["no props in 2", "2 without props", "2 ohne Requisiten", "lose the props in 2"]
)
def test_all_props_go_at_once(message: str) -> None:
    assert _read(message).shots.shot("b").props == ()


@pytest.mark.parametrize("message", ["add a prop to 2", "no props except the cup in 2"])
def test_which_prop_is_asked(message: str) -> None:
    answer = _read(message)
    assert (answer.type, answer.shots) == ("ask", BOARD)


def test_a_shot_goes_with_its_props_and_a_thing_goes_back_where_it_is() -> None:
    assert [shot.id for shot in _read("delete 2 with its props").shots.shots] == ["a", "c", "d"]
    assert _read("put the cup back in 2").shots == BOARD


@pytest.mark.parametrize(
    "message", ["she shouldn't hold the hat in her hand in 1", "don't tie her hair back in 1"]
)
def test_what_is_denied_is_not_done(message: str) -> None:
    assert _read(message).shots == BOARD

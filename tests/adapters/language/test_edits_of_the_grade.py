"""What is done to a whole picture: black and white, muted colours, grain, motion blur."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", garments=("white dress",), talent=("Nora",)),
        Shot(id="b", no=2, framing="portrait", talent=("Ines",), grade="black and white"),
        Shot(id="c", no=3, framing="wide", talent=("Tom",), grade="black and white, film grain"),
        Shot(id="d", no=4, kind="video", framing="medium", talent=("Tom",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("1 in black and white", "shot 1: grade becomes black and white."),
        ("make 1 and 4 b&w", "shots 1, 4: grade becomes black and white."),
        ("less saturated in 4", "shot 4: grade becomes muted colours."),
        ("add grain to 2", "shot 2: grade becomes black and white, film grain."),
        ("a bit of motion blur in 1", "shot 1: grade becomes motion blur."),
        ("4 like a polaroid", "shot 4: grade becomes polaroid."),
        (
            "la 1 en noir et blanc avec du grain",
            "shot 1: grade becomes black and white, film grain.",
        ),
        ("la 1 in bianco e nero", "shot 1: grade becomes black and white."),
        ("en blanco y negro la 1", "shot 1: grade becomes black and white."),
        (
            "2 back to colour, and some grain on 1",
            "shot 2: grade becomes empty. shot 1: grade becomes film grain.",
        ),
        ("schwarzweiß für 1", "shot 1: grade becomes black and white."),
        ("1:an svartvit", "shot 1: grade becomes black and white."),
    ],
)
def test_a_picture_is_graded_as_it_is_said(message: str, said: str) -> None:
    assert _read(message).say == said


@pytest.mark.parametrize(
    ("message", "grade"),
    [
        ("3 back to colour", "film grain"),
        ("no grain in 3", "black and white"),
        ("lose the black and white in 3", "film grain"),
        ("undo the black and white on 3", "film grain"),
        ("la 3 a colori", "film grain"),
    ],
)
def test_a_part_of_a_grade_goes_and_the_shot_stays(message: str, grade: str) -> None:
    shots = _read(message).shots

    assert shots == BOARD.with_shot(BOARD.shot("c").with_(grade=grade))


def test_a_new_shot_is_graded_and_a_graded_shot_is_found_by_it() -> None:
    added = _read("add a black and white portrait of Nora").shots
    tighter = _read("the black and white ones tighter").commands

    assert (len(added), added.shots[-1].grade) == (5, "black and white")
    assert [command.shot for command in tighter if command.do == "step_field"] == ["b", "c"]


@pytest.mark.parametrize(
    "message", ["a black and white dress for Nora in 1", "1 on a black and white tiled floor"]
)
def test_a_dress_and_a_floor_in_black_and_white_grade_nothing(message: str) -> None:
    assert _read(message).shots.shot("a").grade is None


def test_a_question_is_told_the_grade() -> None:
    assert "black and white, film grain" in _read("is 3 in black and white?").say
    assert "no grade yet" in _read("is 1 in black and white?").say


def test_a_film_is_told_and_tightened_by_one_message() -> None:
    assert _read("handheld on 4, tighter").say == (
        "shot 4: camera movement becomes handheld. shot 4: framing becomes medium close-up."
    )


@pytest.mark.parametrize(
    "message", ["I don't want 1 in black and white", "ne mets pas la 1 en noir et blanc"]
)
def test_a_grade_that_is_not_wished_is_not_given(message: str) -> None:
    assert _read(message).shots == BOARD


def test_a_grade_goes_on_for_the_shots_of_the_sentence() -> None:
    too = _read("1 in black and white, 4 too").shots
    bare = _read("1 without the dress, in black and white").shots.shot("a")

    assert (too.shot("a").grade, too.shot("d").grade) == ("black and white", "black and white")
    assert (bare.garments, bare.grade) == ((), "black and white")

"""A colour says which thing is meant: the red bikini is never the white one."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, set="rock pool", aspect="4:5", garments=("red one-piece",)),
        Shot(id="b", no=2, set="boat deck", aspect="4:5", garments=("white bikini",)),
        Shot(id="c", no=3, set="sandbar", aspect="4:5", garments=("navy shorts",)),
        Shot(id="d", no=4, set="boat deck", aspect="4:5", garments=("white bikini",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    "message",
    [
        "swap the red swimsuit for a black one",
        "remplace le maillot rouge par un noir",
        "sostituisci il costume rosso con uno nero",
        "cambia el bañador rojo por uno negro",
        "tausch den roten Badeanzug gegen einen schwarzen",
        "byt röda baddräkten mot en svart",
    ],
)
def test_the_thing_of_that_colour_changes_and_its_neighbours_stay(message: str) -> None:
    garments = [shot.garments for shot in _read(message).shots.shots]
    assert garments == [
        ("black one-piece",), ("white bikini",), ("navy shorts",), ("white bikini",)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "message",
    [
        "change the red bikini to black",
        "the purple bikini should be yellow",
        "delete the red bikini",
        "swap the black bikini for a tankini",
    ],
)
def test_a_colour_that_the_board_does_not_have_is_asked_about(message: str) -> None:
    answer = _read(message)
    assert answer.shots == BOARD
    assert "Do you mean the white bikini in shots 2 and 4?" in answer.say


def test_navy_answers_to_blue() -> None:
    assert _read("make the blue shorts red").shots.shot("c").garments == ("red shorts",)

"""Shots told by whether they are made under the sky, and things said to stand in shots."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", set="pier", light="overcast daylight", props=("umbrella",), talent=("Noor",)),
        Shot(id="b", set="café", light="window light", props=("newspaper",), talent=("Lotte",)),
        Shot(id="c", set="beach house", light="softbox", garments=("leather gloves",)),
        Shot(id="d", set="beach", light="golden hour", props=("dog",), talent=("Noor",)),
        Shot(id="e", set="somewhere quiet", light="softbox"),
    ]
)


def _changed(message: str) -> set[str]:
    after = read_edit(message, EditContext(shots=BOARD)).shots
    return {shot.id for shot in after.shots if shot != BOARD.shot(shot.id)}


@pytest.mark.parametrize(
    "message",
    [
        "all outdoor shots at dusk",
        "the exteriors in fog please",
        "tous les plans extérieurs au crépuscule",
        "Außenaufnahmen alle bei Nebel",
        "all fotos de exterior con luz dura",
        "alla utomhusbilder i dimma",
    ],
)
def test_outdoor_shots_are_those_whose_place_lies_under_the_sky(message: str) -> None:
    assert _changed(message) == {"a", "d"}


def test_everything_outdoors_leaves_the_rooms_alone() -> None:
    assert _changed("everything outdoors should be at golden hour") == {"a"}


def test_a_beach_house_is_indoors_and_an_unknown_place_is_neither() -> None:
    assert _changed("interiors: warmer") == {"b", "c"}


@pytest.mark.parametrize(
    ("message", "shots"),
    [
        ("i want the dog in 1 and 2", {"a", "b"}),
        ("dog in every shot", {"a", "b", "c", "e"}),
        ("the umbrella in 2 as well", {"b"}),
        ("umbrella in all the exteriors", {"d"}),
        ("den Hund in allen Bildern", {"a", "b", "c", "e"}),
        ("le parapluie dans tous les plans", {"b", "c", "d", "e"}),
        ("il cane nella 2", {"b"}),
    ],
)
def test_a_thing_said_with_its_shots_stands_there_too(message: str, shots: set[str]) -> None:
    assert _changed(message) == shots


@pytest.mark.parametrize("message", ["the umbrella in 1", "the dog in 4 looks sad"])
def test_a_thing_that_stands_there_already_is_put_nowhere(message: str) -> None:
    assert _changed(message) == set()


@pytest.mark.parametrize(
    "message",
    ["put a rope in 2 and 3", "pon una cuerda en la 2 y la 3", "stell einen Stuhl in 2 und 3"],
)
def test_a_thing_put_into_two_shots_moves_neither(message: str) -> None:
    after = read_edit(message, EditContext(shots=BOARD)).shots
    assert [shot.id for shot in after.shots] == [shot.id for shot in BOARD.shots]
    assert _changed(message) == {"b", "c"}

"""A feeling is no field: the answer offers by what a picture could come to it, and changes none."""

import pytest

from toile.adapters.language.built_in.edits.feelings import offers
from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", light="golden hour", pose="walking", talent=("Nora",)),
        Shot(
            id="b",
            no=2,
            framing="three-quarter",
            angle="eye level",
            lens="50mm",
            light="softbox",
            set="street",
            pose="sitting",
            props=("cup",),
            talent=("Ines",),
        ),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    ("message", "offer"),
    [
        ("more energy in 1", "For more energy"),
        ("less catalogue, more editorial", "To leave the catalogue"),
        ("the client feels 2 is too sexy", "To cover up"),
        ("make it feel like a sunday morning", "For a morning at home"),
        ("1 and 2 are too similar", "To part them"),
        ("plus de mouvement dans la 1", "For more energy"),
        ("più energia nella 1", "For more energy"),
        ("más elegante la 2", "To raise it"),
        ("die 2 wirkt zu gestellt", "To loosen it"),
        ("1:an känns tråkig", "To surprise"),
    ],
)
def test_a_feeling_is_asked_back_with_ways_to_it(message: str, offer: str) -> None:
    answer = _read(message)

    assert (answer.type, answer.shots) == ("ask", BOARD)
    assert answer.say.startswith(offer)


def test_which_shot_is_not_asked_where_it_was_said() -> None:
    assert _read("more energy in 1").say.endswith("Which?")
    assert _read("more energy please").say.endswith("Which, and in which shot?")


@pytest.mark.parametrize(
    "message", ["a playful pose: 2 laughing", "1 more dynamic, make it a low angle"]
)
def test_what_is_said_beside_a_feeling_is_done(message: str) -> None:
    assert _read(message).type in ("change", "partial")


# What a brand's book asks is no way that could be named here.
FELT = [one for feeling, one in offers().items() if feeling != "brand"]
WAYS = sorted({way for one in FELT for way in one["ways"]})


@pytest.mark.parametrize("way", WAYS)
def test_what_is_offered_is_done_when_it_is_said_of_a_shot(way: str) -> None:
    answer = _read(f"{way} in 2")

    changed = [shot.id for shot in answer.shots.shots if shot != BOARD.shot(shot.id)]
    assert changed == ["b"] or answer.say == f"Shot 2 has {way} already."

"""What people call things: hers, the value that stands there, a pose in their own words."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(
            id="a", no=1, framing="full", angle="low", lens="35mm", light="noon sun",
            set="poolside", talent=("Ines",), garments=("cobalt swimsuit",), priority="must",
        ),
        Shot(
            id="b", no=2, framing="medium", lens="50mm", light="window light",
            set="kitchen island", talent=("Birgit",), garments=("oat jogger set",),
        ),
        Shot(
            id="c", no=3, framing="close-up", angle="eye level", light="golden hour",
            set="seamless mint", talent=("Ines",), garments=("silver sequin dress",),
            props=("blanket",),
        ),
        Shot(
            id="d", no=4, framing="wide", angle="high", light="golden hour", set="seamless mint",
            talent=("Kofi",), garments=("white robe",), priority="could",
        ),
        Shot(
            id="e", no=5, framing="portrait", light="lamp light", set="bedroom",
            talent=("Lotte",), garments=("satin pyjamas",),
        ),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("lotte's pyjamas should be navy", "shot 5: satin pyjamas becomes navy satin pyjamas."),
        ("kofis robe in grey please", "shot 4: white robe becomes grey robe."),
        ("ines's sequins should be gold not silver",
         "shot 3: silver sequin dress becomes gold sequin dress."),
        ("the pyjamas become flannel", "shot 5: satin pyjamas becomes flannel pyjamas."),
        ("change golden hour to dusk", "shots 3, 4: light becomes dusk."),
        ("golden hour → blue hour everywhere", "shots 3, 4: light becomes blue hour."),
        ("make the mint backgrounds white", "shots 3, 4: set becomes white background."),
        ("every shot ines is in except the close-up: dusk", "shot 1: light becomes dusk."),
        ("2: sitting on the ball", "shot 2: pose becomes sitting on the ball."),
        ("5: she's yawning", "shot 5: pose becomes yawning."),
        ("shot two lens 135", "shot 2: lens becomes 135mm."),
        ("4 could go up to a should i think", "shot 4: priority becomes should."),
        ("drop the angle in 3", "shot 3: angle becomes low."),
        ("give her a croissant in 2", "shot 2: add croissant to the props."),
        ("3 w/ a hat", "shot 3: add hat to the garments."),
        ("take the robe off him", "shot 4: take out white robe."),
        ("swap ines and birgit in 1 and 2",
         "shot 1: Ines becomes Birgit. shot 2: Birgit becomes Ines."),
        ("open with 3 and end on 1", "Move shot 3 to place 1. Move shot 1 to place 5."),
    ],
)  # fmt: skip
def test_an_edit_in_own_words_changes_what_is_named_and_nothing_else(
    message: str, said: str
) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert (answer.type, answer.say) == ("change", said)


def test_what_follows_a_new_shot_tells_of_it() -> None:
    answer = read_edit(
        "add a wide of the pool with sunglasses, no people, golden hour, after 4",
        EditContext(shots=BOARD),
    )
    new = answer.shots.shots[4]
    assert (new.framing, new.light, new.talent) == ("wide", "golden hour", ())
    assert "sunglasses" in (*new.garments, *new.props)
    assert answer.shots.shot("d") == BOARD.shot("d")


def test_somebody_new_is_not_cast_without_a_licence() -> None:
    answer = read_edit("could Ravi do the portrait?", EditContext(shots=BOARD, twins=("Ines",)))
    assert answer.type == "refuse"
    assert answer.shots == BOARD

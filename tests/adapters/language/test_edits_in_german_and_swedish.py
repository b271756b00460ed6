"""Edits as Germans and Swedes type them in a hurry: short forms, compounds, no umlauts."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(
            id="a", no=1, framing="portrait", angle="low", lens="85mm", light="window light",
            set="balcony", talent=("Noor",), garments=("red silk dress",), aspect="4:5",
        ),
        Shot(
            id="b", no=2, framing="full", angle="eye level", light="softbox", set="sofa",
            pose="hands in pockets", talent=("Noor",), garments=("black wool coat",),
            aspect="16:9",
        ),
        Shot(
            id="c", no=3, framing="full", light="hard flash", set="stairs", talent=("Lotte",),
            garments=("velvet suit",), aspect="16:9",
        ),
        Shot(
            id="d", no=4, framing="medium", light="golden hour", set="rooftop", talent=("Kofi",),
            garments=("camel trench", "straw hat"), aspect="9:16",
        ),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Treppenbild bitte im Gegenlicht", "shot 3: light becomes backlight."),
        ("aufm Treppenbild weicher", "shot 3: light becomes soft light."),
        ("1 auf augenhoehe, ist zu tief", "shot 1: angle becomes eye level."),
        ("bei den Querformaten alles auf 4:5", "shots 2, 3: ratio becomes 4:5."),
        ("Noor durch Lotte ersetzen, aber nur in der ersten",
         "shot 1: Noor becomes Lotte."),
        ("2: Haende aus den Taschen", "shot 2: pose becomes hands out of pockets."),
        ("tausch den wollmantel in 2 gegen nen beigen trenchcoat",
         "shot 2: black wool coat becomes beige trench coat."),
        ("den strohhut weglassen, kofi ohne kopfbedeckung", "shot 4: take out straw hat."),
        ("setz ihr ne sonnenbrille auf in der 1", "shot 1: add sunglasses to the garments."),
        ("trappbilden i motljus", "shot 3: light becomes backlight."),
        ("kofis hatt ska bort", "shot 4: take out straw hat."),
        ("slopa trean, den behövs inte", "Delete shot 3."),
        ("gör alla liggande till kvadrat", "shots 2, 3: ratio becomes 1:1."),
    ],
)  # fmt: skip
def test_a_message_typed_in_a_hurry_changes_what_it_names(message: str, said: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD, twins=("Noor", "Lotte", "Kofi")))

    assert (answer.type, answer.say) == ("change", said)


@pytest.mark.parametrize(
    "message", ["an der 2 bitte nix mehr ändern", "an der 2 nichts mehr ändern"]
)
def test_nothing_more_is_no_deletion(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))

    assert (answer.type, answer.shots) == ("none", BOARD)


def test_another_wide_shot_is_a_new_one() -> None:
    answer = read_edit("häng noch ne Totale hinten dran", EditContext(shots=BOARD))

    assert [shot.framing for shot in answer.shots.shots][4:] == ["wide"]

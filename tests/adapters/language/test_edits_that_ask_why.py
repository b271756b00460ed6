"""Why a shot looks as it does is a question for the brand's book, and changes nothing."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import AskGuideline, CheckRights, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", set="pier", light="overcast daylight", lens="50mm", talent=("Noor",)),
        Shot(id="b", set="beach", light="golden hour", lens="85mm", garments=("camel coat",)),
    ]
)


@pytest.mark.parametrize(
    "message",
    [
        "Why this light?",
        "why hard flash?",
        "why golden hour in 2?",
        "why not the beach?",
        "why no leather?",
        "why 4:5?",
        "pourquoi la plage ?",
        "perché questo sfondo?",
        "¿por qué esta luz?",
        "warum Softbox?",
        "varför det ljuset?",
    ],
)
def test_who_asks_for_the_reason_of_a_look_is_answered_by_the_book(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert [type(command) for command in answer.commands] == [AskGuideline]
    assert answer.shots == BOARD


@pytest.mark.parametrize("message", ["why is Noor in 1?", "why not move 2 to the top?"])
def test_other_whys_are_not_sent_to_the_book(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert not answer.commands
    assert answer.shots == BOARD


@pytest.mark.parametrize(
    ("message", "shots"),
    [
        ("why is 2 refused?", ("b",)),
        ("why can't we use Noor in 1?", ("a",)),
        ("warum ist 2 gesperrt?", ("b",)),
        ("pourquoi ne peut-on pas utiliser Noor ?", ("a",)),
    ],
)
def test_why_something_may_not_be_is_asked_of_the_rights(
    message: str, shots: tuple[str, ...]
) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert [(type(c), getattr(c, "shots", None)) for c in answer.commands] == [(CheckRights, shots)]
    assert answer.shots == BOARD

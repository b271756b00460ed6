"""Edits in one message that lean on each other, shots asked for as "one", colours left open."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import AddShot, EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", set="moor", pose="walking", aspect="4:5", garments=("oatmeal cardigan",)),
        Shot(id="b", set="stone wall", aspect="4:5", garments=("moss jumper", "rust scarf")),
        Shot(id="c", set="lighthouse", aspect="4:5", light="blue hour", priority="should"),
        Shot(id="d", set="tarn", aspect="4:5", light="hard sun", garments=("heather poncho",)),
    ]
)


def _read(message: str, **context: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD, **context))


@pytest.mark.parametrize(
    "message",
    [
        "delete 2 and make the new 2 9:16",
        "enlève la 2 et passe la nouvelle 2 en 9:16",
        "borra la 2 y la nueva 2 ponla en 9:16",
        "lösch die 2 und mach die neue 2 9:16",
        "ta bort tvåan, nya tvåan i 9:16",
        "elimina la 2 e metti la nuova 2 in 9:16",
    ],
)
def test_the_new_two_is_what_stands_there_after_the_old_one_is_gone(message: str) -> None:
    shots = _read(message).shots
    assert shots.ids == ("a", "c", "d")
    assert {s.id: s.aspect for s in shots.shots} == {"a": "4:5", "c": "9:16", "d": "4:5"}


@pytest.mark.parametrize(
    ("message", "at", "framing"),
    [
        ("añade una al final: de cuerpo entero", 5, "full"),
        ("ajoute une à la fin : en pied", 5, "full"),
        ("füg am Ende eine an: Ganzkörper", 5, "full"),
        ("ajoutes-en une après la 2 : gros plan de l'écharpe", 3, "close-up"),
        ("añade otra después de la 3: plano detalle de la bufanda", 4, "detail"),
    ],
)
def test_one_more_is_a_shot_and_no_thing(message: str, at: int, framing: str) -> None:
    (command,) = _read(message).commands
    assert isinstance(command, AddShot)
    assert (command.at, command.shot.framing) == (at, framing)


@pytest.mark.parametrize(
    "message",
    ["luce più morbida qui", "lumière plus douce ici", "luz más suave aquí", "softer light here"],
)
def test_a_word_for_light_is_no_lighthouse(message: str) -> None:
    shots = _read(message, last_mentioned="d").shots
    assert shots.shot("c").light == "blue hour"
    assert shots.shot("d").light != "hard sun"


def test_what_cannot_be_done_still_says_which_shot_is_meant() -> None:
    answer = _read("in 4 take off the scarf and make it square")
    assert answer.type == "partial"
    assert [s.id for s in answer.shots.shots if s.aspect == "1:1"] == ["d"]


@pytest.mark.parametrize(
    "message",
    [
        "the jumper in another colour please",
        "la bufanda de otro color",
        "l'écharpe dans une autre couleur",
        "die Jacke in einer anderen Farbe bitte",
    ],
)
def test_a_colour_left_open_is_asked_for(message: str) -> None:
    answer = _read(message)
    assert answer.type == "ask"
    assert "colour" in answer.say


def test_nothing_but_all_the_numbers_is_the_new_order() -> None:
    assert _read("3 1 2 4").shots.ids == ("c", "a", "b", "d")
    assert _read("can we put a 14 yr old in the dress for 1").type == "refuse"


@pytest.mark.parametrize(
    "message", ["ta bort halsduken i 2", "bort med halsduken", "weg mit dem Schal in der 2"]
)
def test_a_scarf_goes_and_neither_a_neck_nor_a_shot(message: str) -> None:
    shots = _read(message).shots
    assert shots.ids == BOARD.ids
    assert shots.shot("b").garments == ("moss jumper",)


def test_a_neck_in_the_same_language_is_still_refused() -> None:
    assert _read("slank ut halsen på henne i 2").type == "refuse"

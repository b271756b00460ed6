"""What people ask of the studio itself: they are told where, and no shot is asked for."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", garments=("white dress",), talent=("Nora",)),
        Shot(id="b", no=2, framing="portrait", set="kitchen", talent=("Ines",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    ("message", "where"),
    [
        ("export the board as a PDF", "Share"),
        ("can I get this as a powerpoint?", "Share"),
        ("share this with the client", "Share"),
        ("go full screen", "Present"),
        ("what can you do?", "Say which shot"),
        ("cancel the drafts", "“Stop”"),
        ("approve 2", "Open the shot"),
        ("which models are there?", "Casting"),
        ("what's left to do?", "To settle"),
        ("who can see this board?", "Everybody"),
        ("exporte le tableau en PDF", "Share"),
        ("come funziona?", "Say which shot"),
        ("comparte esto con el cliente", "Share"),
        ("wie lange dauert das noch?", "The bar"),
        ("hur ångrar jag?", "Say “undo”"),
    ],
)
def test_the_answer_says_where_it_is_done_and_changes_nothing(message: str, where: str) -> None:
    answer = _read(message)

    assert (answer.type, answer.shots) == ("answer", BOARD)
    assert answer.say.startswith(where)


@pytest.mark.parametrize(
    "message",
    ["make 2 tighter and export it", "a PDF in her hand in 2", "share the blame: 1 wider"],
)
def test_an_order_beside_it_is_done_all_the_same(message: str) -> None:
    assert _read(message).type in ("change", "partial")

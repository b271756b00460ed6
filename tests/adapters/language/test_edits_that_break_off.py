"""Messages that end before they have said what: each is answered, and nothing breaks."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, framing="full", garments=("linen dress",), talent=("Nora",)),
        Shot(id="b", no=2, kind="video", framing="wide", props=("cup",), talent=("Tom",)),
    ]
)


@pytest.mark.parametrize(
    "message",
    [
        "three more shots, -",
        "two more: ",
        "2 with under -",
        "2 in a coat over -",
        "1 with a coat under the",
        "handheld, 2",
        "no props except",
        "instead of",
        "kill 1. in its place a",
        "black and white for",
        "until",
        "even though she",
    ],
)
def test_a_message_that_breaks_off_is_answered(message: str) -> None:
    assert read_edit(message, EditContext(shots=BOARD)).say

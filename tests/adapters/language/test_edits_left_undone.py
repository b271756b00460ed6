"""What a message wishes for and nobody understood is said beside what is done."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", set="pier", light="soft daylight", framing="full", talent=("Noor",)),
        Shot(id="b", set="beach", light="golden hour", framing="medium", talent=("Noor",)),
    ]
)


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("delete 2 and swap her earrings for the hoops", "swap her earrings for the hoops"),
        ("make 1 warmer and change the vibe", "change the vibe"),
        ("closer on 1, thanks, looks great otherwise", ""),
        ("warmer in 1", ""),
    ],
)
def test_a_wish_that_came_to_nothing_is_told_and_thanks_are_not(message: str, left: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.type == "change"
    assert answer.unheard == ((left,) if left else ())

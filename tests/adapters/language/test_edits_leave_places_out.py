"""A place that only tells which shots are left out is given to none of them."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext, SetField
from toile.domain.shots import Shot, ShotList

BOARD = ShotList.of(
    [
        Shot(id="a", set="cliff", light="soft daylight", framing="full", talent=("Noor",)),
        Shot(id="b", set="studio", light="softbox", framing="medium", talent=("Noor",)),
        Shot(id="c", set="beach", light="overcast daylight", framing="full", talent=("Noor",)),
    ]
)


@pytest.mark.parametrize(
    ("message", "shots"),
    [
        ("everything golden hour that isn't already inside", ("a", "c")),
        ("golden hour for everything not in the studio", ("a", "c")),
        ("everything golden hour that isn't on the beach", ("a", "b")),
        ("golden hour for everything except on the beach", ("a", "b")),
        ("golden hour everywhere but in the studio", ("a", "c")),
        ("tout en heure dorée sauf en studio", ("a", "c")),
    ],
)
def test_who_is_left_out_by_a_place_is_left_as_it_is(message: str, shots: tuple[str, ...]) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.commands == (SetField(shots=shots, field="light", value="golden hour"),)


@pytest.mark.parametrize("message", ["all but 2 in a garage", "all but the medium in a garage"])
def test_a_place_behind_what_is_left_out_is_given_to_the_others(message: str) -> None:
    answer = read_edit(message, EditContext(shots=BOARD))
    assert answer.commands == (SetField(shots=("a", "c"), field="set", value="garage"),)

"""A wish for another chance: the shot is drawn again, and nothing in it becomes a seed."""

import pytest

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer, EditContext, Redraft
from toile.domain.shots import Shot, ShotList
from toile.workflow.proposal import Proposal

BOARD = ShotList.of(
    [
        Shot(id="a", no=1, set="rock pool", garments=("red coat",), props=("cup",)),
        Shot(id="b", no=2, set="boat deck", garments=("navy shorts",)),
    ]
)


def _read(message: str) -> EditAnswer:
    return read_edit(message, EditContext(shots=BOARD))


@pytest.mark.parametrize(
    "message",
    [
        "1 again with another seed",
        "try 1 with a new seed",
        "refais 1 avec une autre graine",
        "rifai la 1 con un altro seme",
        "rehaz la 1 con otra semilla",
        "1 mit anderem Seed",
        "1 med ett annat frö",
    ],
)
def test_another_seed_is_another_draft_of_the_same_shot(message: str) -> None:
    answer = _read(message)
    assert answer.commands == (Redraft(shots=("a",)),)
    assert answer.shots == BOARD


def test_the_same_wish_said_twice_is_told_once() -> None:
    first, second = (
        Proposal(message=said, revision=1, answer=_read(said))
        for said in ("draw 1 again", "another take of 1")
    )
    assert first.and_then(second).say == first.say
    other = Proposal(message="m", revision=1, answer=_read("another take of 2"))
    assert other.say in first.and_then(other).say
    assert first.say in first.and_then(other).say

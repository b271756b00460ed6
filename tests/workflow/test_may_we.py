"""May the pictures be used elsewhere: answered for that use and that person, nothing changed."""

import pytest

from toile.domain.board import Board
from toile.workflow.studio import Studio

BRIEF = (
    "Maison Orel, spring coats. Three pictures of Freya, 4:5, for our web shop in Germany and "
    "France, live from 2 March 2027 to 30 April 2027."
)


@pytest.fixture(scope="module")
def board(world: Studio) -> Board:
    return world.confirm(world.start(BRIEF, by="Ada"), by="Ada")


def test_a_use_beyond_the_brief_is_decided_for_that_use(world: Studio, board: Board) -> None:
    here = world.propose(board, "Are the shots cleared?")
    there = world.propose(board, "May we show these in Japan?")
    assert there.changed == ()
    assert "cleared for Japan" in there.say
    assert there.say != here.say


def test_shots_that_fall_for_one_reason_are_told_it_once(world: Studio, board: Board) -> None:
    said = world.propose(board, "May we show these in Japan?").say
    assert said.startswith("0 of 3 are cleared for Japan. Not cleared, shots 1 to 3: ")
    assert said.count("clause") == 1


def test_somebody_who_is_not_cast_is_asked_about_and_does_not_step_in(
    world: Studio, board: Board
) -> None:
    answer = world.propose(board, "May we use Kenji in Japan?")
    assert answer.type == "answer"
    assert answer.changed == ()
    assert answer.say.startswith("Kenji Mori: ")


def test_somebody_wanted_for_a_medium_beyond_the_brief_is_decided_for_that_medium(
    world: Studio, board: Board
) -> None:
    here = world.propose(board, "use Kenji in 2")
    assert here.changed
    there = world.propose(board, "use Kenji in 2 for paid social")
    assert there.type == "refuse"
    assert there.changed == ()
    assert "clause" in there.say
    assert there.say.startswith("Kenji Mori: Not cleared for paid social. ")

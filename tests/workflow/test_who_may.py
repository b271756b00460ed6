"""Who else may be in a shot: answered in the conversation, decided for the use of the board."""

from pathlib import Path

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


def _cleared(world: Studio, board: Board, number: int) -> set[str]:
    panel = board.panels[number - 1]
    return {one.twin.name for one in world.candidates(board, panel.id) if one.allowed}


def test_who_else_may_be_in_a_shot_is_named_and_nobody_who_may_not(
    world: Studio, board: Board
) -> None:
    answer = world.propose(board, "Who could be in 2 instead of Freya?")
    assert answer.type == "answer"
    assert answer.changed == ()
    assert answer.say.startswith("Cleared for shot 2 besides Freya Lindqvist: ")
    named = answer.say.split(": ", 1)[1].split(".")[0]
    cleared = _cleared(world, board, 2) - {"Freya Lindqvist"}
    assert cleared
    assert all(name in cleared for name in named.split(" and ")[0].split(", "))


def test_another_use_is_decided_for_that_use(world: Studio, board: Board) -> None:
    at_home = world.propose(board, "Who else could we use?")
    abroad = world.propose(board, "Who else could we use in Japan?")
    assert "Imani" in at_home.say
    assert "for every shot (Japan)" in abroad.say
    assert "Imani" not in abroad.say


def test_where_nobody_is_cleared_the_cast_and_the_nearest_are_told_why(
    world: Studio, board: Board
) -> None:
    answer = world.propose(board, "Who could be in 1 in April 2031?")
    assert answer.say.startswith("Nobody is cleared for shot 1 (April 2031). Freya Lindqvist, who ")
    assert "Nearest is " in answer.say


def test_a_person_is_asked_for_by_her_looks(world: Studio, board: Board) -> None:
    freckled = world.propose(board, "Which other models with freckles could do 1?")
    assert "Imani Okafor" in freckled.say
    nobody = world.propose(board, "Is anybody else with grey hair and green eyes free for 1?")
    assert nobody.say.startswith("Nobody else on file is a match for “")


def test_the_board_is_as_it_was(world: Studio, board: Board, tmp_path: Path) -> None:
    proposal = world.propose(board, "Who could replace Freya?")
    after = world.apply(board, proposal, by="Ada")
    assert after.shots == board.shots
    assert after.talk[-1].text == proposal.say


def test_what_else_a_message_asks_for_is_done_too(world: Studio, board: Board) -> None:
    proposal = world.propose(board, "Who else could be in 2? And make 3 a close-up.")
    assert proposal.changed == (board.panels[2].id,)
    assert "Cleared for shot 2" in proposal.say


def test_a_shot_that_is_not_there_is_told_so(world: Studio, board: Board) -> None:
    proposal = world.propose(board, "Who could be in 9?")
    assert proposal.changed == ()
    assert "no shot 9" in proposal.say

"""What is said while a plan waits for a yes adds to it, answers it, or takes its place."""

import pytest

from toile.domain.board import Board
from toile.domain.shots import Shot
from toile.workflow.proposal import Proposal, Waits
from toile.workflow.studio import Studio

BRIEF = (
    "Maison Orel. Three pictures, 4:5, for our web shop in Germany and France, live from "
    "2 March 2027 to 30 April 2027. Window light. Imani in a camel trench coat."
)


@pytest.fixture
def board(studio: Studio) -> Board:
    return studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")


def said(studio: Studio, board: Board, *messages: str) -> Proposal:
    """Return what several messages come to, none of which was said yes to."""
    first, *more = messages
    plan = studio.propose(board, first)
    for message in more:
        plan = studio.propose(board, message, waits=Waits(plan, message))
    return plan


def shot(plan: Proposal, number: int) -> Shot:
    return plan.answer.shots.numbered(number)


def test_words_upon_a_plan_are_added_to_it(studio: Studio, board: Board) -> None:
    plan = said(studio, board, "make 2 warmer", "use a 24mm lens in 3")
    assert "warm" in str(shot(plan, 2).light)
    assert shot(plan, 3).lens == "24mm"
    assert plan.stays.startswith("The other shot stays")
    done = studio.apply(board, plan, by="Ada")
    assert [panel.current for panel in done.panels] == [1, 2, 2]
    assert done.talk[-2].text == "make 2 warmer\nuse a 24mm lens in 3"


def test_words_that_name_no_shot_mean_the_planned_one(studio: Studio, board: Board) -> None:
    alone = said(studio, board, "make 2 warmer")
    plan = said(studio, board, "make 2 warmer", "and use a 35mm lens")
    assert plan.changed == alone.changed
    assert shot(plan, 2).lens == "35mm"
    assert shot(plan, 2).light == shot(alone, 2).light


def test_a_no_with_another_wish_takes_the_place_of_the_plan(studio: Studio, board: Board) -> None:
    plan = said(studio, board, "make 2 warmer", "no, make 3 warmer")
    assert shot(plan, 2) == board.shots.numbered(2)
    assert shot(plan, 3) != board.shots.numbered(3)


@pytest.mark.parametrize(("reply", "kind"), [("yes, do it", "agree"), ("undo that", "decline")])
def test_a_reply_is_no_wish(studio: Studio, board: Board, reply: str, kind: str) -> None:
    plan = said(studio, board, "make 2 warmer", reply)
    assert plan.type == kind
    assert plan.answer.shots == board.shots


def test_with_nothing_on_offer_a_yes_is_only_a_word(studio: Studio, board: Board) -> None:
    assert studio.propose(board, "yes").type not in ("agree", "decline")


def test_a_question_upon_a_plan_is_answered_alone(studio: Studio, board: Board) -> None:
    plan = said(studio, board, "make 2 warmer", "what light is 3 in?")
    assert plan.type not in ("change", "partial")
    assert plan.commands == ()
    assert plan.answer.shots == board.shots


def test_what_was_not_understood_stays_said_with_what_is_added(
    studio: Studio, board: Board
) -> None:
    one = studio.propose(board, "make 2 warmer and change the vibe")
    plan = said(studio, board, "make 2 warmer and change the vibe", "use a 24mm lens in 3")
    assert one.answer.unheard == ("change the vibe",)
    assert plan.answer.unheard == one.answer.unheard
    assert plan.stays.startswith("Not understood, and left undone: “change the vibe”.")


@pytest.mark.parametrize("words", ["undo", "scratch that", "strike that", "rückgängig"])
def test_undo_is_no_answer_to_an_offer_to_draw(studio: Studio, board: Board, words: str) -> None:
    changed = studio.apply(board, studio.propose(board, "use a 24mm lens in 2"), by="Ada")
    plan = studio.propose(changed, words, waits=Waits(words=words, to="pictures"))
    assert plan.answer.shots == board.shots

"""Why a shot looks as it does: the book's page, and where no book speaks, the plan's reason."""

import pytest

from toile.domain.board import Board
from toile.workflow.studio import Studio

BRIEF = (
    "{house}, summer knits. 4 stills 4:5. A navy vest. One woman on a stone pier, "
    "soft overcast light. Web shop, Sweden, live 1 April to 31 May 2027."
)


def _board(world: Studio, house: str) -> Board:
    return world.confirm(world.start(BRIEF.format(house=house), by="Ada"), by="Ada")


@pytest.mark.parametrize("question", ["Why overcast light?", "Why this light?"])
def test_a_house_without_a_book_is_answered_by_the_brief(world: Studio, question: str) -> None:
    said = world.propose(_board(world, "Nord og Sol"), question).say
    assert "add one under Guidelines" in said
    assert "The brief says: “One woman on a stone pier, soft overcast light”." in said


def test_what_only_the_plan_chose_is_answered_from_the_plan(world: Studio) -> None:
    board = _board(world, "Nord og Sol")
    chosen = board.panels[0].now.shot
    reason = next(r.because for r in chosen.reasons if r.field == "framing")
    assert reason in world.propose(board, f"Why {chosen.framing} framing?").say


def test_why_a_thing_is_ruled_out_is_answered_in_the_words_of_the_brief(world: Studio) -> None:
    text = BRIEF.format(house="Nord og Sol") + " No leather anywhere."
    board = world.confirm(world.start(text, by="Ada"), by="Ada")
    assert "“No leather anywhere”" in world.propose(board, "why no leather?").say


def test_the_first_sentence_of_a_brief_is_said_whole(world: Studio) -> None:
    text = (
        "Soft overcast light for Nord og Sol, summer knits. 4 stills 4:5. A navy vest. One woman. "
        "Web shop, Sweden, live 1 April to 31 May 2027."
    )
    board = world.confirm(world.start(text, by="Ada"), by="Ada")
    said = world.propose(board, "Why overcast light?").say
    assert "“Soft overcast light for Nord og Sol, summer knits”" in said


def test_a_book_that_speaks_is_cited_and_nothing_else(world: Studio) -> None:
    said = world.propose(_board(world, "Maison Orel"), "Why overcast light?").say
    assert ".pdf" in said
    assert "The brief asks for" not in said


def test_a_question_about_something_else_gets_no_reason_of_the_light(world: Studio) -> None:
    said = world.propose(_board(world, "Nord og Sol"), "Why this background?").say
    assert "overcast" not in said

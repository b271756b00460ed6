"""A picture that may be drawn and may not leave: the wall says so, until the owner says yes."""

import pytest

from toile.domain.board import Board
from toile.domain.brief import Usage
from toile.domain.drafts import DraftRequest
from toile.domain.ids import TwinId
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow


def with_freya(studio: Studio, board: Board) -> Board:
    """Put Freya, whose licence asks for her yes to each picture, into the first shot."""
    return studio.cast(board, ("a",), TwinId("twin-freya"), by="Ada")


def test_what_her_licence_lets_out_is_not_held_back(studio: Studio, drawn_board: Board) -> None:
    assert studio.shares.held_back(drawn_board) == ()


def test_a_shot_waits_for_her_yes_before_and_after_it_is_drawn(
    studio: Studio, drawn_board: Board
) -> None:
    board = with_freya(studio, drawn_board)
    before = studio.shares.held_back(board)
    assert [(one.shot, one.twins) for one in before] == [("a", ("twin-freya",))]
    assert "not been asked" in before[0].say
    assert before[0].ways

    draft = drawn(studio, board)
    assert [one.shot for one in studio.shares.held_back(board)] == ["a"]
    studio.owner.answer(draft, yes=True, by="Freya")
    assert studio.shares.held_back(board) == ()


def test_her_yes_to_one_picture_is_not_a_yes_to_the_next_version(
    studio: Studio, drawn_board: Board
) -> None:
    board = with_freya(studio, drawn_board)
    studio.owner.answer(drawn(studio, board), yes=True, by="Freya")
    changed = studio.edit_field(board, "a", "light", "golden hour", by="Ada")
    assert [one.shot for one in studio.shares.held_back(changed)] == ["a"]


def test_what_may_not_even_be_drawn_is_refused_and_not_held_back(
    studio: Studio, drawn_board: Board, spring: Usage
) -> None:
    use = spring.model_copy(update={"media": ("digital.social.paid",)})
    elsewhere = drawn_board.model_copy(update={"usage": use})
    refused = {one.shot for one in studio.decide(elsewhere) if not one.allowed}
    held = {one.shot for one in studio.shares.held_back(elsewhere)}
    assert refused
    assert not held & refused


def drawn(studio: Studio, board: Board) -> str:
    request = studio.asks.request(board, board.panel("a"), "Ada")
    assert isinstance(request, DraftRequest)
    small = request.model_copy(update={"width": 288, "height": 384, "quality": "preview"})
    studio.asks.jobs.submit(small)
    assert studio.draft_shot(small) is not None
    return small.id

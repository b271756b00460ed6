from datetime import UTC, datetime
from pathlib import Path

from toile import bootstrap
from toile.adapters.records.kept_boards import KeptBoards
from toile.domain.board import Board
from toile.domain.ids import BoardId, BrandId
from toile.settings import Settings


def a_board(name: str, revision: int = 1) -> Board:
    return Board(
        id=BoardId(name),
        revision=revision,
        title=name,
        brand=BrandId("maison-orel"),
        at=datetime(2026, 11, 24, tzinfo=UTC),
    )


def test_a_revision_is_given_back_and_another_is_not() -> None:
    kept = KeptBoards()
    kept.put(a_board("b", 3), 100)
    assert kept.get(BoardId("b"), 3) == a_board("b", 3)
    assert kept.get(BoardId("b"), 4) is None


def test_the_board_longest_unread_goes_when_room_runs_out() -> None:
    kept = KeptBoards(most=250)
    kept.put(a_board("first"), 100)
    kept.put(a_board("second"), 100)
    kept.get(BoardId("first"), 1)
    kept.put(a_board("third"), 100)
    assert kept.get(BoardId("second"), 1) is None
    assert kept.get(BoardId("first"), 1) is not None


def test_a_board_larger_than_all_the_room_is_not_kept() -> None:
    kept = KeptBoards(most=50)
    kept.put(a_board("large"), 51)
    assert kept.get(BoardId("large"), 1) is None


def test_a_board_just_saved_is_the_one_that_another_process_reads(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    bootstrap.make_demo(settings)
    mine, other = bootstrap.studio(settings), bootstrap.studio(settings)
    for line in mine.boards():
        board = mine.board(line.id)
        starred = mine.star(board, board.panels[0].id, board.panels[0].current, by="You")
        assert mine.board(line.id) == starred == other.board(line.id)
        assert mine.board(line.id).model_dump_json() == other.board(line.id).model_dump_json()

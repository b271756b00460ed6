"""Boards: versions as a tree, numbers that never come back, notes that undo keeps."""

import pickle
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toile.domain.board import Board, Comment, Panel, Version
from toile.domain.errors import CommandRefused
from toile.domain.ids import BoardId, BrandId, ShotId
from toile.domain.pictures import Picture
from toile.domain.shots import Shot, ShotList

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def a_version(number: int = 1, **fields: object) -> Version:
    shot = Shot.model_validate({"id": "a", "light": "window light", **fields})
    return Version(number=number, parent=None, shot=shot, what="Planned", by="Ada", at=NOW)


def a_panel(shot_id: str = "a") -> Panel:
    return Panel(id=ShotId(shot_id), versions=(a_version(id=shot_id),), current=1)


def a_board(*panels: Panel) -> Board:
    return Board(
        id=BoardId("board-1"),
        title="Autumn",
        brand=BrandId("maison-orel"),
        panels=panels or (a_panel(),),
        at=NOW,
    )


def test_a_new_version_is_the_one_shown() -> None:
    panel = a_panel().with_version(a_version(2, light="golden hour"))
    assert panel.now.shot.light == "golden hour"
    assert panel.version(1).shot.light == "window light"


def test_a_version_that_does_not_exist_is_refused_by_number() -> None:
    with pytest.raises(CommandRefused, match="no version 7"):
        a_panel().version(7)


def test_going_back_keeps_the_comments_made_since_and_the_numbers_given() -> None:
    before = a_panel()
    note = Comment(id="n", version=2, by="Ada", at=NOW, text="Chin a touch lower")
    after = before.with_version(a_version(2)).model_copy(update={"comments": (note,)})
    again = before.carrying(after)
    assert again.comments == (note,)
    assert again.current == 1
    assert again.made == 2


def test_an_edit_can_be_undone_and_a_note_cannot() -> None:
    board = a_board()
    edited = board.next("Warmer", "Ada", NOW)
    noted = edited.noted(NOW)
    assert (edited.undo_to, noted.undo_to) == ((1,), (1,))
    assert (edited.revision, noted.revision) == (2, 3)
    assert noted.content_of == edited.content_of == 2


@given(order=st.permutations(["a", "b", "c", "d"]))
def test_shots_are_numbered_in_the_order_they_stand(order: list[str]) -> None:
    board = a_board(*(a_panel(name) for name in "abcd"))
    moved = board.with_panels([board.panel(name) for name in order])
    assert [(shot.id, shot.no) for shot in moved.shots.shots] == list(
        zip(order, range(1, 5), strict=True)
    )


def test_a_board_is_the_same_after_json() -> None:
    board = a_board().next("Warmer", "Ada", NOW)
    assert Board.model_validate_json(board.model_dump_json()) == board


def test_an_order_that_forgets_a_shot_is_refused() -> None:
    shots = ShotList.of(Shot(id=ShotId(name)) for name in "abc")
    with pytest.raises(CommandRefused):
        shots.ordered(["a", "b"])


def test_an_unmarked_picture_cannot_be_pickled() -> None:
    with pytest.raises(TypeError, match="never saved"):
        pickle.dumps(Picture(1, 1, b"\0\0\0"))


def test_a_picture_holds_exactly_its_pixels() -> None:
    with pytest.raises(ValueError, match="height"):
        Picture(2, 2, b"\0\0\0")


def test_the_words_of_a_picture_do_not_print_its_pixels() -> None:
    assert "rgb" not in repr(Picture(1, 1, b"abc"))

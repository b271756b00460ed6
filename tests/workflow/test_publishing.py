"""Published is another fact than exported: decided, counted and recorded apart."""

import pytest

from toile.domain.board import Board
from toile.domain.errors import BadInput, CommandRefused
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow


def told(studio: Studio) -> list[str]:
    return [entry.fact.what for entry in studio.draft_shot.ledger.entries()]


def test_a_picture_that_left_may_be_recorded_as_published(
    studio: Studio, drawn_board: Board
) -> None:
    with pytest.raises(CommandRefused, match="has not left the studio"):
        studio.published.record(drawn_board, "a", 1, where="orel.example/coats", by="Noor")
    studio.export(drawn_board, "zip", by="Noor")
    with pytest.raises(BadInput, match="where"):
        studio.published.record(drawn_board, "a", 1, where=" ", by="Noor")
    studio.published.record(drawn_board, "a", 1, where="orel.example/coats", by="Noor")
    assert told(studio) == ["drafted", "exported", "published"]
    view = studio.owner.view("twin-imani")
    assert (view.exported, view.published) == (1, 1)
    gone = studio.owner.revoke("lic-imani-orel-2026", by="Imani")
    assert [bool(use.published) for use in gone.live] == [False, True]
    with pytest.raises(CommandRefused):
        studio.published.record(drawn_board, "a", 1, where="elsewhere", by="Noor")


def test_a_list_without_pictures_is_not_a_picture_that_left(
    studio: Studio, drawn_board: Board
) -> None:
    made = studio.export(drawn_board, "csv", by="Noor")
    assert made.shots == 0
    assert told(studio) == ["drafted", "list exported"]
    assert studio.owner.view("twin-imani").exported == 0

"""A licence withdrawn while its drafts wait or are drawn: none of them becomes a picture."""

from datetime import UTC, datetime

import pytest

from toile.domain.board import Board, Panel, Version
from toile.domain.brief import Usage
from toile.domain.drafts import DraftRequest
from toile.domain.errors import Cancelled
from toile.domain.ids import BoardId, BrandId, ShotId, TwinId
from toile.domain.shots import Shot
from toile.workflow.studio import Studio

LICENCE = "lic-imani-orel-2026"
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def a_panel(name: str) -> Panel:
    shot = Shot(id=ShotId(name), garments=("camel coat",), talent=("Imani Okafor",))
    cast = (TwinId("twin-imani"),)
    version = Version(number=1, parent=None, shot=shot, cast=cast, what="P", by="Ada", at=NOW)
    return Panel(id=shot.id, versions=(version,), current=1)


def test_what_waits_ends_at_once_and_what_runs_at_its_next_step(
    studio: Studio, spring: Usage
) -> None:
    board = Board(
        id=BoardId("board-x"),
        title="Autumn",
        brand=BrandId("maison-orel"),
        usage=spring,
        panels=(a_panel("a"), a_panel("b")),
        at=NOW,
    )
    studio.review.boards.save(board)
    asked = [studio.asks.request(board, panel, "Ada") for panel in board.panels]
    running, waiting = [one for one in asked if isinstance(one, DraftRequest)]
    jobs = studio.asks.jobs
    jobs.claim(running)
    jobs.submit(waiting)
    withdrawal = studio.owner.revoke(LICENCE, by="Imani")
    assert set(withdrawal.stopped) == {running.id, waiting.id}
    states = {one.id: (one.state, one.say) for one in jobs.statuses(board.id)}
    assert states[waiting.id][0] == "cancelled"
    assert states[running.id] == ("running", "Stopping")
    with pytest.raises(Cancelled):
        studio.draft_shot(running)
    assert studio.draft_shot.drafts.listed(board=board.id) == ()

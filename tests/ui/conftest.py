"""Values for the pages' tests, made by hand where a test reads them."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from toile.domain.board import Board, Panel, Version
from toile.domain.brief import Usage
from toile.domain.ids import BoardId, BrandId, DraftId, ShotId
from toile.domain.shots import Shot
from toile.ui.cards import Standing, Wall
from toile.ui.wording import STANDINGS

NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)


def a_version(number: int, shot: Shot, parent: int | None = None) -> Version:
    return Version(number=number, parent=parent, shot=shot, what="Planned", by="You", at=NOW)


def a_panel(no: int, *, versions: int = 1, group: str = "Warm paper, low sun") -> Panel:
    shot = Shot(
        id=ShotId(f"s{no}"),
        no=no,
        title=f"Picture {no}",
        framing="full",
        lens="50mm",
        light="golden hour",
        aspect="4:5",
        group=group,
    )
    made = tuple(a_version(n, shot, n - 1 or None) for n in range(1, versions + 1))
    return Panel(id=shot.id, versions=made, current=versions, made=versions)


def a_board(*panels: Panel) -> Board:
    return Board(
        id=BoardId("b1"),
        title="Maison Orel · Autumn",
        brand=BrandId("maison-orel"),
        stage="drafting",
        panels=panels,
        usage=Usage(media=("digital.owned.ecommerce",), territories=("DE",)),
        at=NOW,
    )


def a_wall(
    *panels: Panel,
    drawn: tuple[tuple[str, int], ...] = (),
    refused: tuple[str, ...] = (),
    held: str = "",
) -> Wall:
    standings = {
        str(panel.id): Standing(
            outcome=STANDINGS["denied" if panel.id in refused else "permitted"],
            allowed=panel.id not in refused,
            people="Imani",
            headline="Paid social is excluded." if panel.id in refused else "Cleared.",
            held="Her yes is still open." if panel.id == held else "",
        )
        for panel in panels
    }
    pictures = {place: DraftId(f"draft-{place[0]}-{place[1]}") for place in drawn}
    return Wall(a_board(*panels), standings, pictures, {}, "Noor")


@pytest.fixture
def panel() -> Callable[..., Panel]:
    return a_panel


@pytest.fixture
def wall() -> Callable[..., Wall]:
    return a_wall

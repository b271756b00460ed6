"""A studio with the demo's people and contracts, on a data folder of its own."""

from pathlib import Path

import pytest
from builders_drawn import a_drawn_board, a_studio, spring_use

from toile import bootstrap
from toile.domain.board import Board
from toile.domain.brief import Usage
from toile.settings import Settings
from toile.workflow.studio import Studio


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


@pytest.fixture
def studio(settings: Settings) -> Studio:
    return a_studio(settings)


@pytest.fixture
def spring() -> Usage:
    return spring_use()


@pytest.fixture
def drawn_board(studio: Studio, spring: Usage) -> Board:
    return a_drawn_board(studio, spring)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Studio:
    """The whole sample world, made once a module: its tests leave one another's boards alone."""
    settings = Settings(home=tmp_path_factory.mktemp("home"))
    bootstrap.make_demo(settings)
    return bootstrap.studio(settings)

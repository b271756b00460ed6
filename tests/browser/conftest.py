"""A real studio on an empty data folder, and a real Chromium looking at it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from toile import bootstrap
from toile.domain.drafts import DraftRequest
from toile.settings import Settings

from .serving import a_studio, a_tab, free_port, still

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# As long as the pages themselves may take: a shared machine with two cores is not a fast one.
expect.set_options(timeout=60_000)
ARTEFACTS = Path(__file__).parents[1] / "artefacts"


@pytest.fixture(scope="session")
def studio_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("studio")


@pytest.fixture(scope="session")
def studio_url(studio_home: Path) -> Iterator[str]:
    log = studio_home.parent / "studio.log"
    with a_studio(studio_home, log, free_port(), OMP_NUM_THREADS="1") as url:
        still(bootstrap.desk(Settings(home=studio_home, person="Noor")))
        yield url


@pytest.fixture(scope="session")
def drawn(studio_url: str, studio_home: Path) -> str:
    """Return the id of the example board, with a small picture that may leave."""
    settings = Settings(home=studio_home, person="Noor")
    studio, desk = bootstrap.studio(settings), bootstrap.desk(settings)
    board = next(desk.board(line.id) for line in desk.boards() if line.demo)
    for panel in board.panels:
        asked = studio.asks.request(board, panel, "Noor")
        if isinstance(asked, DraftRequest):
            small = asked.model_copy(update={"width": 288, "height": 360, "quality": "preview"})
            studio.asks.jobs.submit(small)
            studio.draft_shot(small)
            if studio.shares._pictures(board, [panel.id])[0]:
                break
    return str(board.id)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, studio_url: str) -> Iterator[Page]:
    with a_tab(chromium, studio_url) as page:
        yield page


@pytest.fixture(scope="session")
def artefacts() -> Path:
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS

"""A real studio on an empty data folder, and a real Chromium looking at it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from toile import bootstrap
from toile.domain.drafts import DraftRequest
from toile.settings import Settings
from toile.workflow.desk import Desk

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
    home = studio_home
    port = _free_port()
    log = home.parent / "studio.log"
    environment = os.environ | {"TOILE_HOME": str(home), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "toile", "studio", "--no-browser", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url, server, log)
        _still(bootstrap.desk(Settings(home=home, person="Noor")))
        yield url
    finally:
        server.terminate()
        server.wait(30)


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
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme="light", base_url=studio_url
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


@pytest.fixture(scope="session")
def artefacts() -> Path:
    ARTEFACTS.mkdir(exist_ok=True)
    return ARTEFACTS


def _still(desk: Desk) -> None:
    """Take back the drawings of the sample world: only what a test asks for is drawn.

    They would stand before it in the queue, and one that ends later would be the newer picture.
    """
    until = time.monotonic() + 120
    boards = [desk.board(line.id) for line in desk.boards() if line.demo]
    while time.monotonic() < until:
        work = [one for board in boards for one in desk.statuses(board)]
        busy = [one for one in work if one.state in ("queued", "running")]
        for one in busy:
            desk.cancel(one.id)
        if not busy:
            return
        time.sleep(0.5)
    raise RuntimeError("The sample world's drawings did not stop.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path, seconds: float = 400) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"The studio did not start:\n{_end_of(log)}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"The studio did not answer in {seconds:.0f} s:\n{_end_of(log)}")


def _end_of(log: Path) -> str:
    return log.read_text(encoding="utf-8")[-2000:]

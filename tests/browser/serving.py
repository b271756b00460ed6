"""A server of its own for some tests, until they are done, and a tab that looks at it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from toile.workflow.desk import Desk

_STARTS_IN = 400
_PATIENCE_MS = 60_000


@contextmanager
def a_studio(home: Path, log: Path, port: int, **environment: str) -> Iterator[str]:
    """Serve the studio of a data folder; yields its address."""
    command = ("-m", "toile", "studio", "--no-browser", "--port", str(port))
    with served(command, port, log, {"TOILE_HOME": str(home)} | environment) as url:
        yield url


@contextmanager
def served(
    python: Sequence[str], port: int, log: Path, environment: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Run Python as a server until it is no longer needed; yields its address once it answers."""
    url, told = f"http://127.0.0.1:{port}", os.environ | dict(environment or {})
    with log.open("wb") as output:
        server = subprocess.Popen(
            [sys.executable, *python], env=told, stdout=output, stderr=output, cwd=log.parent
        )
    try:
        _wait_for(url, server, log)
        yield url
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def a_tab(
    chromium: Browser, url: str | None, width: int = 1440, height: int = 900
) -> Iterator[Page]:
    """Open a page of its own, with nobody else's cookies."""
    context = chromium.new_context(
        viewport={"width": width, "height": height}, color_scheme="light", base_url=url
    )
    page = context.new_page()
    page.set_default_timeout(_PATIENCE_MS)
    yield page
    context.close()


def still(desk: Desk) -> None:
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


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _STARTS_IN
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"The server did not start:\n{_end_of(log)}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    raise RuntimeError(f"The server did not answer in {_STARTS_IN} s:\n{_end_of(log)}")


def _end_of(log: Path) -> str:
    return log.read_text(encoding="utf-8")[-2000:]

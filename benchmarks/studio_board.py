"""How the wall of shots holds up: first paint and one interaction, by number of shots.

Serves the real studio on a data folder of its own with boards of 12, 60 and 300 shots of ten
versions each (no pictures: the wall's own cost), and measures in headless Chromium, 1600 x 1000.
Then twenty people, each with a session and a board of 60 shots of their own, click one after
another while all sessions stay open: what is measured is the server with twenty live sessions, not
twenty clicks in one instant. The processor time of the server a click is told beside the clock
(Linux only), since the clock depends on what else the machine does: its load is printed, too.

    python benchmarks/studio_board.py [--people 20]
"""

import argparse
import math
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from table import Row

from toile import bootstrap
from toile.domain.board import Board, Panel, Version
from toile.domain.brief import Brief, Usage
from toile.domain.ids import BoardId, BrandId, ShotId
from toile.domain.shots import Shot
from toile.settings import Settings

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
SIZES = (12, 60, 300)
VERSIONS = 10
CLICKS = 9
ROUNDS = 3
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=20)
    people = asked.parse_args().people
    with _served(SIZES, people) as (url, boards, own, server):
        print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        print(
            f"{'shots':>6} {'versions':>9} {'first paint s':>14} {'star ms, median of 9':>21} "
            f"{'server CPU ms a star':>21}"
        )
        for size, first, star, spent in _measure(url, boards, server):
            print(
                f"{size:>6} {size * VERSIONS:>9} {first:>14.2f} {star * 1000:>21.0f} "
                f"{spent * 1000:>21.0f}"
            )
        _together(url, own, server)
        print(f"load of the machine {os.getloadavg()[0]:.1f}")


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield first paint and a click by number of shots for the common table."""
    if not Path(CHROMIUM).exists():
        yield Row("not measured: Chromium is not installed")
        return
    with _served(SIZES[:2] if quick else SIZES, people=0) as (url, boards, _, server):
        for size, first, star, spent in _measure(url, boards, server):
            yield Row(f"board of {size} shots, first paint", first, "s")
            yield Row(f"board of {size} shots, a click, median", star * 1000, "ms")
            yield Row(f"board of {size} shots, a click, processor", spent * 1000, "ms")


@contextmanager
def _served(
    sizes: tuple[int, ...], people: int
) -> Iterator[tuple[str, dict[int, str], list[str], subprocess.Popen[bytes]]]:
    """Serve a data folder with a board of each size, and one for each of so many people."""
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(home=Path(folder))
        bootstrap.make_demo(settings)
        _still(settings)
        boards = {size: _board(settings, size) for size in sizes}
        own = [_board(settings, 60, f"-{number}") for number in range(people)]
        port = _free_port()
        server = _serve(folder, port)
        try:
            _warm(f"http://127.0.0.1:{port}", boards[sizes[0]])
            yield f"http://127.0.0.1:{port}", boards, own, server
        finally:
            server.terminate()
            server.wait(20)


def _still(settings: Settings) -> None:
    """Take back the drafts of the sample world: what is measured is the wall, not the renderer."""
    studio = bootstrap.studio(settings)
    for line in studio.boards():
        for status in studio.statuses(studio.board(line.id)):
            studio.cancel(status.id)


def _warm(url: str, board: str) -> None:
    """Open a page once: the first run after a start loads modules, once for everybody."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page()
        page.goto(f"{url}/?board={board}")
        page.locator("li .picture").first.wait_for()
        browser.close()


def _measure(
    url: str, boards: dict[int, str], server: subprocess.Popen[bytes]
) -> Iterator[tuple[int, float, float, float]]:
    """Yield number of shots, and seconds of first paint, of a click and of its processor."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for size, board in boards.items():
            page = browser.new_page(viewport={"width": 1600, "height": 1000})
            began = time.perf_counter()
            page.goto(f"{url}/?board={board}")
            page.locator("li .picture").nth(min(size, 8) - 1).wait_for()
            first = time.perf_counter() - began
            page.wait_for_timeout(1500)
            spent = _cpu(server)
            star = statistics.median(_star(page, number) for number in range(1, CLICKS + 1))
            spent = (_cpu(server) - spent) / CLICKS
            yield size, first, star, spent
            page.close()
        browser.close()


def _cpu(server: subprocess.Popen[bytes]) -> float:
    """Return the processor seconds of the server so far, its worker not counted."""
    stat = Path(f"/proc/{server.pid}/stat").read_text(encoding="utf-8")
    user, system = stat.rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _together(url: str, boards: list[str], server: subprocess.Popen[bytes]) -> None:
    """Measure clicks while many sessions are open."""
    if not boards:
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages, firsts = [], []
        for board in boards:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            began = time.perf_counter()
            page.goto(f"{url}/?board={board}")
            page.locator("li .picture").nth(7).wait_for()
            firsts.append(time.perf_counter() - began)
            pages.append(page)
        spent = _cpu(server)
        times = sorted(_star(page, number) for number in range(1, ROUNDS + 1) for page in pages)
        spent = (_cpu(server) - spent) / len(times)
        browser.close()
    most = times[max(0, math.ceil(len(times) * 0.95) - 1)] * 1000
    print(
        f"{len(boards)} people, {len(times)} clicks: median {statistics.median(times) * 1000:.0f} "
        f"ms, p95 {most:.0f} ms, server CPU {spent * 1000:.0f} ms a click; "
        f"first page median {statistics.median(firsts):.2f} s, slowest {max(firsts):.2f} s"
    )


def _star(page: Page, number: int) -> float:
    """Time from the click to the server's own answer drawn: the filter's count of stars."""
    button = page.get_by_role("button", name=f"Star shot {number}", exact=True)
    began = time.perf_counter()
    button.click()
    page.get_by_text(f"Starred {number}", exact=True).first.wait_for()
    return time.perf_counter() - began


def _board(settings: Settings, size: int, suffix: str = "") -> str:
    studio = bootstrap.studio(settings)
    panels = tuple(_panel(no) for no in range(1, size + 1))
    board = Board(
        id=BoardId(f"bench-{size}{suffix}"),
        title=f"{size} shots",
        brand=BrandId("maison-orel"),
        stage="drafting",
        brief=Brief(text="A benchmark."),
        usage=Usage(media=("digital.owned",), territories=("DE",), product="apparel"),
        panels=panels,
        at=NOW,
    )
    studio.revise.boards.save(board)
    return str(board.id)


def _panel(no: int) -> Panel:
    shot = Shot(
        id=ShotId(f"s{no}"),
        no=no,
        title=f"Picture {no}",
        framing="full",
        lens="50mm",
        light="soft daylight",
        aspect="4:5",
        group=f"Set-up {(no - 1) // 12 + 1}",
        talent=("Imani Okafor",),
    )
    made = tuple(
        Version(number=n, parent=n - 1 or None, shot=shot, what=f"Version {n}", by="You", at=NOW)
        for n in range(1, VERSIONS + 1)
    )
    return Panel(id=shot.id, versions=made, current=VERSIONS, made=VERSIONS)


def _serve(folder: str, port: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "toile", "studio", "--no-browser", "--port", str(port)]
    quiet = subprocess.DEVNULL
    environment = os.environ | {"TOILE_HOME": folder}
    server = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet)
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return server
        except OSError:
            time.sleep(0.5)
    raise SystemExit("The studio did not start.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()

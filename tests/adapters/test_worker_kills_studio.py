"""The studio's own worker, killed while it renders: one marked draft, one use in the ledger."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from toile import bootstrap
from toile.domain import ledger
from toile.domain.board import Board
from toile.settings import Settings
from toile.workflow.studio import Studio

pytestmark = pytest.mark.slow
BRIEF = (
    "One still for Instagram in France and Germany from 1 December 2026 to 31 January 2027: "
    "a linen coat, one woman, full length, against grey seamless, soft window light."
)


def a_worker(home: Path) -> "subprocess.Popen[bytes]":
    env = {name: os.environ[name] for name in ("PATH", "HOME", "OMP_NUM_THREADS")}
    return subprocess.Popen(
        [sys.executable, "-m", "toile", "worker"],
        stdin=subprocess.PIPE,
        env=env | {"TOILE_HOME": str(home), "TOILE_RENDER_THREADS": "1"},
    )


def until(true: Callable[[], bool], seconds: float = 240) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it took too long"
        time.sleep(0.1)


def a_queued_board(studio: Studio) -> Board:
    board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
    (status,) = studio.draft(board, (board.panels[0].id,), by="Ada")
    assert status.state == "queued", status.say
    return board


def test_kill_9_in_mid_draft_twice_leaves_one_marked_draft(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home")
    bootstrap.make_demo(settings)
    studio = bootstrap.studio(settings)
    board = a_queued_board(studio)

    def status() -> str:
        return studio.statuses(board)[0].state

    for _ in range(2):
        worker = a_worker(settings.folder)
        until(lambda: studio.statuses(board)[0].step in ("rendering", "marking"))
        worker.kill()
        worker.wait()
        assert status() == "running"
    worker = a_worker(settings.folder)
    until(lambda: status() not in ("queued", "running"))
    assert worker.stdin is not None
    worker.stdin.close()
    assert worker.wait(timeout=60) == 0

    assert status() == "finished"
    (line,) = studio.drafts(board)
    (found,) = studio.verifies(studio.picture(line.id, "full")[0]).finds
    assert found.draft == line.id
    entries = bootstrap.records(settings).ledger.entries()
    mine = [entry.fact.what for entry in entries if entry.fact.board == board.id]
    assert mine.count("drafted") == 1
    assert ledger.verify(entries) is None

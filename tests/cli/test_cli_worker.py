"""The worker as a process: it leaves with its studio, on a signal, and on a fault it can name."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


def started(home: Path, *, people: Path | None = None, **kept: object) -> "subprocess.Popen[str]":
    env = {"TOILE_HOME": str(home), "PATH": os.environ["PATH"], "HOME": str(home)}
    env |= {"TOILE_PEOPLE": str(people)} if people else {}
    return subprocess.Popen(
        [sys.executable, "-m", "toile", "worker"],
        env=env,
        stderr=subprocess.PIPE,
        text=True,
        **kept,  # type: ignore[call-overload]
    )


def until_ready(worker: "subprocess.Popen[str]") -> None:
    assert worker.stderr is not None
    for line in worker.stderr:
        if "worker ready" in line:
            return
    pytest.fail("The worker ended before it was ready.")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_a_worker_leaves_when_its_studio_is_gone(home: Path) -> None:
    worker = started(home, stdin=subprocess.PIPE)
    until_ready(worker)
    assert worker.stdin is not None
    worker.stdin.close()
    assert worker.wait(timeout=60) == 0


def test_a_worker_without_a_studio_runs_until_a_signal(home: Path) -> None:
    worker = started(home, stdin=subprocess.DEVNULL)
    until_ready(worker)
    time.sleep(0.5)
    assert worker.poll() is None
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(timeout=60) == 0


def test_a_worker_that_cannot_read_its_records_says_so_and_ends(home: Path) -> None:
    home.mkdir()
    (home / "toile.db").write_bytes(b"holiday snaps " * 100)
    worker = started(home, stdin=subprocess.DEVNULL)
    said = worker.communicate(timeout=120)[1]
    assert worker.returncode == 3
    assert "damaged or is not one of ours" in said
    assert "Traceback" not in said


def test_a_worker_does_not_start_on_what_its_studio_would_not_start_on(home: Path) -> None:
    worker = started(home, people=home / "nobody.yaml", stdin=subprocess.DEVNULL)
    said = worker.communicate(timeout=120)[1]
    assert worker.returncode == 2
    assert "worker ready" not in said
    assert "The list of people cannot be read" in said

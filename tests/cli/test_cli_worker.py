"""The worker as a process: it leaves with its studio, on a signal, and on a fault it can name."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from toile.adapters.models.licence_keys import LicenceKeys
from toile.adapters.models.originals import SealedOriginals
from toile.adapters.provenance.development_keys import development_credentials
from toile.domain.ids import DraftId
from toile.domain.pictures import Picture


def started(
    home: Path, *, given: Mapping[str, Path] | None = None, **kept: Any
) -> "subprocess.Popen[str]":
    env = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    env |= {"TOILE_HOME": str(home), "HOME": str(home)}
    env |= {name: str(value) for name, value in (given or {}).items()}
    worker: subprocess.Popen[str] = subprocess.Popen(
        [sys.executable, "-m", "toile", "worker"],
        env=env,
        stderr=subprocess.PIPE,
        text=True,
        **kept,
    )
    return worker


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


def test_a_worker_takes_away_a_clean_picture_that_no_draft_names(home: Path) -> None:
    sealed = SealedOriginals(home / "originals", LicenceKeys(home / "keys" / "twin-weights"))
    sealed.keep(DraftId("1" * 64), (), Picture(1, 1, bytes(3)))
    (left,) = (home / "originals").iterdir()
    os.utime(left, (0, 0))
    worker = started(home, stdin=subprocess.PIPE)
    until_ready(worker)
    until = time.monotonic() + 30
    while left.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert not left.exists()
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
    worker = started(home, given={"TOILE_PEOPLE": home / "nobody.yaml"}, stdin=subprocess.DEVNULL)
    said = worker.communicate(timeout=120)[1]
    assert worker.returncode == 2
    assert "worker ready" not in said
    assert "The list of people cannot be read" in said


def test_a_worker_tells_at_its_start_that_the_certificate_ran_out(
    home: Path, tmp_path: Path
) -> None:
    keys = tmp_path / "keys"
    development_credentials(keys, studio="Nord", now=datetime(2010, 1, 1, tzinfo=UTC))
    chain = {"TOILE_SIGNING_CHAIN": keys / "chain.pem", "TOILE_SIGNING_KEY": keys / "key.pem"}
    worker = started(home, given=chain, stdin=subprocess.DEVNULL)
    assert worker.stderr is not None
    said = next(line for line in worker.stderr if "certificate" in line or "ready" in line)
    worker.kill()
    assert "The certificate that signs drafts ran out on" in said
    assert "Renew it: until then nothing is drafted." in said

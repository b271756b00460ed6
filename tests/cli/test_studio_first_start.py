"""The README's first command, on a machine where Streamlit has never run."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def a_free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        return int(listening.getsockname()[1])


def answers(address: str, seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=2) as page:
                return bool(page.status == 200)
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.3)
    return False


def test_the_studio_opens_without_asking_for_anything_first(tmp_path: Path) -> None:
    port = a_free_port()
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    command = [sys.executable, "-m", "toile", "studio", "--no-demo", "--port", str(port)]
    # The input stays open and silent, as a terminal's does: a question would wait for ever.
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=kept | {"HOME": str(tmp_path), "TOILE_HOME": str(tmp_path / "home"), "BROWSER": "true"},
    ) as studio:
        try:
            assert answers(f"http://127.0.0.1:{port}/", seconds=90)
        finally:
            studio.terminate()

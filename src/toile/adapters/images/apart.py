"""Looks into a document in a child process with a clock and a memory bound, so that a hostile PDF,
deck or archive can end the child and nothing else. A plain picture is looked at here.

Parent and child take turns over pipes, one view at a time, so that no more than one page is held
and nothing of the file is written to a disk.
"""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import IO, Any, Final

import numpy as np

from toile.adapters.images import views as here
from toile.adapters.images.archives import is_archive
from toile.adapters.images.pages import is_pdf
from toile.adapters.images.views import View
from toile.domain.errors import BadInput, DocumentUnreadable, ToileError

_FAULTS: Final = {fault.__name__: fault for fault in (BadInput, DocumentUnreadable)}
_NEXT: Final = b"\n"


@dataclass(frozen=True)
class Bounds:
    """What a child may take: ``seconds`` for one view, ``memory`` in bytes for all of its work."""

    seconds: float = 60
    memory: int = 3 * 2**30


def views(data: bytes, bounds: Bounds = Bounds()) -> Generator[View, None, None]:
    """Yield what ``images.views`` yields.

    Raises what it raises, and ``DocumentUnreadable`` where the child ended without an answer.
    """
    if not (is_pdf(data) or is_archive(data)):
        yield from here.views(data)
        return
    with _child(bounds) as (asks, answers, clocked):
        with clocked():
            _send(asks, len(data).to_bytes(8) + data)
        while True:
            with clocked():
                view = _one(asks, answers)
            if view is None:
                return
            yield view


def _one(asks: IO[bytes], answers: IO[bytes]) -> View | None:
    """Return the next view, or ``None`` after the last."""
    _send(asks, _NEXT)
    line = answers.readline()
    if not line.endswith(b"\n"):
        raise _ended()
    told = json.loads(line)
    if fault := told.get("fault"):
        raise _FAULTS[fault](told["message"], hint=told["hint"])
    if told.get("done"):
        return None
    raw, file = answers.read(told["pixels"]), answers.read(told["file"])
    if len(raw) + len(file) != told["pixels"] + told["file"]:
        raise _ended()
    pixels = np.frombuffer(raw, np.uint8).reshape(told["shape"])
    return View(pixels, file or None, told["place"], told["drawn"])


def _send(asks: IO[bytes], data: bytes) -> None:
    try:
        asks.write(data)
        asks.flush()
    except OSError as error:
        raise _ended() from error


def _ended() -> DocumentUnreadable:
    return DocumentUnreadable(
        "The file took more time or memory to look at than a document may.",
        hint="Send one page, or the picture itself.",
    )


@contextmanager
def _child(bounds: Bounds) -> Iterator[tuple[IO[bytes], IO[bytes], Any]]:
    """Run a child; each step with it is taken under the clock, and it never outlives its reader."""
    # Addresses and keys are no business of whoever opens a stranger's file.
    plain = {name: said for name, said in os.environ.items() if not name.startswith("TOILE_")}
    child = subprocess.Popen(
        [sys.executable, "-m", __name__, json.dumps(asdict(bounds))],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env=plain | {"OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"},
    )  # fmt: skip

    @contextmanager
    def clocked() -> Iterator[None]:
        clock = threading.Timer(bounds.seconds, child.kill)
        clock.start()
        try:
            yield
        finally:
            clock.cancel()

    assert child.stdin
    assert child.stdout
    try:
        yield child.stdin, child.stdout, clocked
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
        _closed(child.stdin)


def _closed(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except BrokenPipeError:
        # What was still to be sent has nobody left to read it.
        return


def _answer(bounds: Bounds) -> None:
    """Be the child: read the file, then hand out a view whenever one is asked for."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (bounds.memory, bounds.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    # Whatever a decoder prints must not stand among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    asks = sys.stdin.buffer
    data = asks.read(int.from_bytes(asks.read(8)))
    found = here.views(data)
    while asks.read(1) == _NEXT:
        answers.write(_next(found))
        answers.flush()


def _next(found: Iterator[View]) -> bytes:
    """Return the next view, its end or its fault, as a line and the bytes that it announces."""
    try:
        view = next(found, None)
    except ToileError as error:
        return _line({"fault": type(error).__name__, "message": error.message, "hint": error.hint})
    if view is None:
        return _line({"done": True})
    raw, file = np.ascontiguousarray(view.pixels).tobytes(), view.file or b""
    about = {"shape": view.pixels.shape, "place": view.place, "drawn": view.drawn}
    return _line(about | {"pixels": len(raw), "file": len(file)}) + raw + file


def _line(told: dict[str, Any]) -> bytes:
    return json.dumps(told).encode() + b"\n"


if __name__ == "__main__":
    _answer(Bounds(**json.loads(sys.argv[1])))

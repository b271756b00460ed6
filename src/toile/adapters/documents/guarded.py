"""Reads a file in a child process with a clock and a memory bound, so that a hostile file
can end the child and nothing else. Knows no format and no library."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

from pydantic import ValidationError

from toile.adapters.documents.limits import Limits
from toile.adapters.documents.reader import no_progress, read_document
from toile.domain.errors import Cancelled, DocumentUnreadable
from toile.domain.guidelines import Document

Progress = Callable[[int, int], None]


class GuardedReader:
    """The document reader of the studio: ``read(data, name) -> Document``."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def read(self, data: bytes, name: str, progress: Progress = no_progress) -> Document:
        """Read a file. Raises DocumentUnreadable; nothing of the file is left behind."""
        if len(data) > self._limits.bytes or not data.strip():
            return read_document(data, name, self._limits)
        with tempfile.TemporaryDirectory(prefix="toile-read-") as folder:
            source = Path(folder, "source")
            source.write_bytes(data)
            return self._read(source, name, progress)

    def _read(self, source: Path, name: str, progress: Progress) -> Document:
        command = [
            sys.executable,
            "-m",
            __name__,
            str(source),
            name,
            json.dumps(vars(self._limits)),
        ]
        child = subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONUTF8": "1"},
        )
        clock = threading.Timer(self._limits.seconds, child.kill)
        clock.start()
        stall = _Stall(self._limits.stalled, child.kill)
        try:
            _follow(child, progress, stall)
            code = child.wait()
        except Cancelled:
            child.kill()
            raise
        finally:
            clock.cancel()
            stall.cancel()
            child.kill()
            child.wait()
        return _result(source.with_name("result.json"), code, name)


class _Stall:
    """Ends a child that has got no page further for a while: a small file may turn in circles."""

    def __init__(self, seconds: float, end: Callable[[], None]) -> None:
        self._seconds, self._end = seconds, end
        self._clock = threading.Timer(seconds, end)
        self._clock.start()

    def restart(self) -> None:
        """Begin to count anew."""
        self._clock.cancel()
        self._clock = threading.Timer(self._seconds, self._end)
        self._clock.start()

    def cancel(self) -> None:
        """Stop counting."""
        self._clock.cancel()


def _follow(child: "subprocess.Popen[str]", progress: Progress, stall: _Stall) -> None:
    with child.stdout or open(os.devnull, encoding="utf-8") as lines:
        for line in lines:
            stall.restart()
            done, _, all_ = line.strip().partition("/")
            if done.isdigit() and all_.isdigit():
                progress(int(done), int(all_))


def _result(path: Path, code: int, name: str) -> Document:
    if not path.exists():
        raise DocumentUnreadable(
            f"{name} took more time or memory to open than a guideline may.",
            hint="Export it again as a plain PDF, or split it.",
        )
    answer = json.loads(path.read_text("utf-8"))
    if code == 0:
        try:
            return Document.model_validate_json(answer["document"])
        except ValidationError as error:
            raise DocumentUnreadable(f"{name} could not be read.") from error
    raise DocumentUnreadable(answer["message"], hint=answer["hint"])


def _child(source: str, name: str, bounds: str) -> int:
    limits = Limits(**json.loads(bounds))
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer: dict[str, str]
    try:
        document = read_document(Path(source).read_bytes(), name, limits, _say)
        answer, code = {"document": document.model_dump_json()}, 0
    except DocumentUnreadable as error:
        answer, code = {"message": error.message, "hint": error.hint}, 3
    except MemoryError:
        return 4
    Path(source).with_name("result.json").write_text(json.dumps(answer), "utf-8")
    return code


def _say(done: int, all_: int) -> None:
    sys.stdout.write(f"{done}/{all_}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(_child(*sys.argv[1:4]))

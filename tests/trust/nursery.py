"""Processes begun in a blink: one that has read everything forks those that work and are killed.

A kill then costs no start of several seconds. ``Nursery`` asks; run as a program this file forks.
"""

import faulthandler
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parents[1]
READ_AHEAD = (
    "toile.adapters.exports.pdf",
    "toile.adapters.jobs.worker",
    "toile.adapters.provenance.c2pa_signing",
    "toile.adapters.renderers.blocked_drafts",
    "toile.cli.worker",
    "trust.last_steps",
    "trust.people_at_work",
)


@dataclass(frozen=True)
class Child:
    """One process that works, known by its number."""

    pid: int

    def runs(self) -> bool:
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def kill(self) -> None:
        # Gone is known by there being nobody to kill.
        with suppress(ProcessLookupError):
            while True:
                os.kill(self.pid, signal.SIGKILL)
                time.sleep(0.01)

    def tell_where(self) -> None:
        """Have every thread's place written to what the processes said."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGUSR1)


class Nursery:
    """The process that forks; what it forks ends with it."""

    def __init__(self, env: Mapping[str, str], said: Path) -> None:
        with open(said, "ab") as told:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__))],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=told,
                env=dict(env),
                text=True,
            )

    def begin(self, *work: str) -> Child:
        """Fork a process that works: ``worker``, a step to die at, or a person's name and so on."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(work) + "\n")
        self._process.stdin.flush()
        return Child(int(self._process.stdout.readline()))

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()


def _worker(step: str = "", log: str = "") -> None:
    from toile.cli.main import app

    if step:
        from trust.last_steps import die_at

        die_at(step, Path(log))
    app(["worker"])


def _person(name: str, seed: str, seconds: str) -> None:
    from trust.people_at_work import main

    main(name, int(seed), float(seconds))


WORKS: Mapping[str, Callable[..., None]] = {"worker": _worker, "person": _person}


def _warm() -> None:
    """Read what every process needs: code, words and shelves; nothing of the data folder."""
    for name in READ_AHEAD:
        import_module(name)
    from trust.samples import BOARD, SHOTS

    from toile import bootstrap
    from toile.adapters.renderers.library import load_catalogue
    from toile.adapters.renderers.probe import working_variant
    from toile.settings import Settings
    from toile.workflow.edit_state import context_of

    load_catalogue()
    working_variant()
    context = context_of(BOARD, SHOTS, date(2026, 11, 24))
    bootstrap.interpreter(Settings(_env_file=None)).read_edit("make 1 warmer", context)


def _child(work: list[str], ends: list[int]) -> None:
    # Whoever is killed leaves no open end behind that keeps another waiting.
    for end in ends:
        os.close(end)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.dup2(2, 1)
    faulthandler.register(signal.SIGUSR1)
    try:
        WORKS[work[0]](*work[1:])
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(0)


def main() -> None:
    _warm()
    if (threads := len(os.listdir("/proc/self/task"))) > 1:
        sys.exit(f"{threads} threads run here: a fork would lose their locks.")
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    ends: list[int] = []
    for line in sys.stdin:
        theirs, ours = os.pipe()
        ends.append(ours)
        if (pid := os.fork()) == 0:
            os.dup2(theirs, 0)
            _child(json.loads(line), ends)
        os.close(theirs)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.path[:0] = [str(HERE)]
    main()

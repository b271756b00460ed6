"""A full house: ``python benchmarks/load.py [--people 20] [--minutes 10]``.

So many people talk, review, ask for drafts and export at once, as threads of one server over one
data folder, while one worker draws. Prints how long each kind of act took, how fairly drafts were
shared out between people, and how much memory server and worker took at the start and the end.
Beside them one act never stops: the queue is read.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE / "tests")]

from trust.day_after import faults  # noqa: E402
from trust.people_at_work import PersonAtWork, Promises  # noqa: E402
from trust.rough_day import Day  # noqa: E402

from toile import bootstrap  # noqa: E402
from toile.domain.board import Board  # noqa: E402
from toile.domain.errors import CommandRefused, ToileError  # noqa: E402
from toile.settings import Settings  # noqa: E402

PAUSE = 1.5


class Timed(PersonAtWork):
    """A person with a watch, who thinks for a moment between two acts."""

    took: defaultdict[str, list[float]]
    told: Counter[str]

    def work(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            board, act = self._any_board(), self.chance.choice(self.acts)
            began = time.monotonic()
            try:
                act(board)
                self.took[act.__name__].append(time.monotonic() - began)
            except CommandRefused:
                self.told["somebody was first"] += 1
            except ToileError as error:
                self.told[type(error).__name__] += 1
            time.sleep(self.chance.uniform(0.2, 2 * PAUSE))

    def _any_board(self) -> Board:
        return self.studio.board(self.chance.choice(self.studio.boards()).id)


def _run(settings: Settings, people: int, minutes: float) -> list[str]:
    day = Day(settings, seed=5, people=0)
    day.prepare(boards=people)
    studio = bootstrap.studio(settings)
    took, told = defaultdict[str, list[float]](list), Counter[str]()
    promises = Promises(settings.folder.parent / "promised.log")
    crowd = []
    for number in range(people):
        one = Timed(studio, f"person {number}", number, promises)
        one.took, one.told = took, told
        crowd.append(threading.Thread(target=one.work, args=(minutes * 60,)))
    asked, drawn_before = _asked(promises), _shares(studio)
    worker = _worker(settings)
    _let_it_load(worker)
    pids = {"server": os.getpid(), "worker": worker.pid}
    before = {name: _memory(pid) for name, pid in pids.items()}
    for thread in crowd:
        thread.start()
    _watch(studio, crowd, took)
    after = {name: _memory(pid) for name, pid in pids.items()}
    worker.terminate()
    worker.wait()
    _tell(took, told)
    for name in pids:
        print(f"memory of the {name}: {before[name]:.0f} MB at the start, {after[name]:.0f} MB "
              "at the end")  # fmt: skip
    drawn = _shares(studio) - drawn_before
    _tell_shares(drawn, _asked(promises) - asked, people)
    day.settle()
    return list(faults(settings))


def _watch(studio: Any, crowd: list[threading.Thread], took: defaultdict[str, list[float]]) -> None:
    while any(thread.is_alive() for thread in crowd):
        for line in studio.boards()[:1]:
            board, began = studio.board(line.id), time.monotonic()
            studio.statuses(board)
            took["read the queue"].append(time.monotonic() - began)
        time.sleep(0.5)


def _let_it_load(worker: "subprocess.Popen[bytes]", seconds: float = 20) -> None:
    """Give the worker time to load, so that its memory at the start is that of one at work."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and worker.poll() is None:
        time.sleep(0.5)


def _asked(promises: Promises) -> "Counter[str]":
    """Return how many drafts were promised, in all."""
    lines = promises.file.read_text(encoding="utf-8").splitlines() if promises.file.exists() else []
    return Counter(one["kind"] for line in lines if (one := json.loads(line))["kind"] == "asked")


def _tell_shares(drawn: "Counter[str]", asked: "Counter[str]", people: int) -> None:
    """Print who got how many drafts; fair is everybody within one turn of everybody else."""
    each = [drawn[f"person {number}"] for number in range(people)]
    got = sum(map(bool, each))
    print(f"{sum(asked.values())} drafts were asked for and {sum(each)} drawn: "
          f"{min(each)} to {max(each)} a person, {got} of {people} got one")  # fmt: skip


def _shares(studio: Any) -> "Counter[str]":
    """Return how many drafts each person had drawn."""
    held = studio.asks.drafts
    drafts = (held.draft(line.id) for line in held.listed())
    return Counter(one.request.asked_by for one in drafts if one is not None)


def _worker(settings: Settings) -> "subprocess.Popen[bytes]":
    env = os.environ | {"TOILE_HOME": str(settings.folder), "TOILE_RENDER_THREADS": "1"}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-m", "toile", "worker"], env=env, stdin=subprocess.PIPE, stderr=quiet
    )


def _memory(pid: int) -> float:
    """Return what a process holds now, in MB (Linux)."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _tell(took: dict[str, list[float]], told: "Counter[str]") -> None:
    print(f"{'act':18}{'times':>7}{'median':>10}{'p95':>10}{'worst':>10}")
    for name, times in sorted(took.items()):
        times.sort()
        p95 = times[int(len(times) * 0.95)]
        print(
            f"{name:18}{len(times):7}{statistics.median(times):9.2f}s{p95:9.2f}s{times[-1]:9.2f}s"
        )
    for why, number in sorted(told.items()):
        print(f"told: {why:24}{number:7}")
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--minutes", type=float, default=10)
    args = asked.parse_args()
    # What was measured stands also where the look for faults is stopped.
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    with tempfile.TemporaryDirectory() as place:
        settings = Settings(home=Path(place) / "home")
        settings.folder.mkdir()
        found = _run(settings, args.people, args.minutes)
    for fault in found:
        print(f"FAULT {fault}")
    print(f"{len(found)} faults")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

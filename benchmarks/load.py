"""A full house: ``python benchmarks/load.py [--people 20] [--minutes 10]``.

So many people talk, review, ask for drafts and export at once, as threads of one server over one
data folder, while one worker draws. Prints how long each kind of act took, how fairly drafts were
shared out, and how much memory the server took. Beside them one act never stops: the queue is read.
"""

import argparse
import os
import resource
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

from trust.people_at_work import PersonAtWork, Promises  # noqa: E402
from trust.rough_day import Day, faults  # noqa: E402

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
    studio, took, told = bootstrap.studio(settings), defaultdict[str, list[float]](list), Counter()
    promises = Promises(settings.folder.parent / "promised.log")
    crowd = []
    for number in range(people):
        one = Timed(studio, f"person {number}", number, promises)
        one.took, one.told = took, told
        crowd.append(threading.Thread(target=one.work, args=(minutes * 60,)))
    worker = _worker(settings)
    before = _memory()
    for thread in crowd:
        thread.start()
    _watch(studio, crowd, took)
    worker.terminate()
    worker.wait()
    _tell(took, told, before)
    drawn = _shares(studio)
    each = f"{min(drawn.values(), default=0)} to {max(drawn.values(), default=0)} each"
    print(f"{sum(drawn.values())} drafts were drawn, for {len(drawn)} people, {each}")
    day.settle()
    return list(faults(settings))


def _watch(studio: Any, crowd: list[threading.Thread], took: defaultdict[str, list[float]]) -> None:
    while any(thread.is_alive() for thread in crowd):
        for line in studio.boards()[:1]:
            board, began = studio.board(line.id), time.monotonic()
            studio.statuses(board)
            took["read the queue"].append(time.monotonic() - began)
        time.sleep(0.5)


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


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _tell(took: dict[str, list[float]], told: "Counter[str]", before: float) -> None:
    print(f"{'act':18}{'times':>7}{'median':>10}{'p95':>10}{'worst':>10}")
    for name, times in sorted(took.items()):
        times.sort()
        p95 = times[int(len(times) * 0.95)]
        print(
            f"{name:18}{len(times):7}{statistics.median(times):9.2f}s{p95:9.2f}s{times[-1]:9.2f}s"
        )
    for why, number in sorted(told.items()):
        print(f"told: {why:24}{number:7}")
    load = os.getloadavg()[0]
    print(f"memory {before:.0f} MB before, {_memory():.0f} MB at most; load {load:.1f}")


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--minutes", type=float, default=10)
    args = asked.parse_args()
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

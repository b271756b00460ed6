"""What durable drafting costs: ``python benchmarks/jobs.py [POSTGRES_URL]``.

Empty drafts through the whole machinery (row, engine, step, draft and ledger entry) beside the same
work in a thread pool, which is what a page would use instead and which forgets everything when
killed; then the price of each small act that a page or a renderer repeats.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from table import Row

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE / "tests")]

from builders_records import a_board, a_draft, a_fact, a_licence, a_request, no_tables  # noqa: E402

from toile.adapters.jobs.durable import DurableJobs  # noqa: E402
from toile.adapters.records.sql import SqlRecords  # noqa: E402
from toile.adapters.system import SystemClock  # noqa: E402
from toile.domain.ids import BoardId, LicenceId  # noqa: E402

DRAFTS = 60
CLOCK = SystemClock()


def milliseconds(act: Callable[[int], object], times: int) -> str:
    took = []
    for number in range(times):
        began = time.perf_counter()
        act(number)
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    return f"{statistics.median(took):8.2f} ms median {took[int(len(took) * 0.95)]:8.2f} ms p95"


def opened(folder: Path, url: str) -> SqlRecords:
    return SqlRecords.open(
        url or f"sqlite:///{folder / 'toile.db'}", now=CLOCK.now, tables=no_tables
    )


def imports() -> None:
    for names in (
        "sqlalchemy",
        "toile.adapters.jobs.durable",
        "toile.adapters.jobs.worker",
        "torch",
    ):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", f"import {names}"], check=True)
        print(f"import {names:32} {time.perf_counter() - began:6.2f} s")


def acts(records: SqlRecords) -> None:
    jobs = DurableJobs(records.engine, CLOCK.now)
    records.boards.save(a_board())
    records.registry.put(a_licence(units=10_000))
    until = CLOCK.now().replace(year=2100)
    board = BoardId("board-1")
    rows: tuple[tuple[str, Callable[[int], object]], ...] = (
        ("save a board", lambda n: records.boards.save(a_board(revision=n + 2))),
        ("read a board", lambda _: records.boards.board(board)),
        ("append to the ledger", lambda _: records.ledger.append(a_fact())),
        ("keep a draft", lambda n: records.drafts.keep(a_draft(a_request(n)), a_fact())),
        (
            "reserve a unit",
            lambda n: records.counts.reserve(LicenceId("lic-1"), f"k{n}", 1, until),
        ),
        ("submit a draft", lambda n: jobs.submit(a_request(n))),
        ("statuses of 200 drafts", lambda _: jobs.statuses(board)),
        ("report progress", lambda n: jobs.report(a_request(n).id, "running", "rendering", 0.5)),
        ("ask whether stopped", lambda n: jobs.stopped(a_request(n).id)),
    )
    for name, act in rows:
        print(f"{name:24} {milliseconds(act, 20 if 'statuses' in name else 200)}")


def worker(folder: Path, url: str, seconds: float) -> "subprocess.Popen[bytes]":
    env = {"PYTHONPATH": str(HERE / "tests"), "PATH": "/usr/bin:/bin"}
    env |= {"RECORDS": url, "ENGINE": url} if url else {}
    script = str(HERE / "tests" / "adapters" / "drawing_worker.py")
    return subprocess.Popen(
        [sys.executable, script, str(folder), str(seconds)], stdin=subprocess.PIPE, env=env
    )


def wait(true: Callable[[], bool]) -> float:
    began = time.perf_counter()
    while not true():
        time.sleep(0.01)
    return time.perf_counter() - began


def throughput(folder: Path, url: str, workers: int) -> float:
    """Return milliseconds an empty draft takes from first to last."""
    records = opened(folder, url)
    jobs = DurableJobs(records.engine, CLOCK.now)
    crew = [worker(folder, url, 0.0) for _ in range(workers)]
    jobs.submit(a_request(-1, board="warm"))
    wait(lambda: jobs.statuses(BoardId("warm"))[0].state == "finished")
    board = f"b{workers}"
    began = time.perf_counter()
    for number in range(DRAFTS):
        jobs.submit(a_request(number, board=board))
    wait(lambda: all(one.state == "finished" for one in jobs.statuses(BoardId(board))))
    took = time.perf_counter() - began
    for one in crew:
        one.kill()
        one.wait()
    records.close()
    return took / DRAFTS * 1000


def in_threads(folder: Path, url: str) -> float:
    """Return milliseconds of the same draft in a thread pool, which forgets it when killed."""
    records = opened(folder, url)
    began = time.perf_counter()
    with ThreadPoolExecutor(1) as pool:
        list(
            pool.map(
                lambda n: records.drafts.keep(a_draft(a_request(n, board="threads")), a_fact()),
                range(DRAFTS),
            )
        )
    took = time.perf_counter() - began
    records.close()
    return took / DRAFTS * 1000


def recovery(folder: Path, url: str) -> float:
    """Return seconds from the kill of a worker until another has drawn its draft."""
    records = opened(folder, url)
    jobs = DurableJobs(records.engine, CLOCK.now)
    first = worker(folder, url, 0.0)
    board = BoardId("kill")
    jobs.submit(a_request(-2, board="warm2"))
    wait(lambda: jobs.statuses(BoardId("warm2"))[0].state == "finished")
    first.kill()
    first.wait()
    first = worker(folder, url, 60.0)
    jobs.submit(a_request(1, board="kill"))
    wait(lambda: jobs.statuses(board)[0].state == "running")
    second = worker(folder, url, 0.0)
    time.sleep(4)
    first.kill()
    first.wait()
    took = wait(lambda: jobs.statuses(board)[0].state == "finished")
    second.kill()
    second.wait()
    records.close()
    return took


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield the price of a durable draft beside a thread pool, and of a kill, on SQLite."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        threads = in_threads(folder, "")
        ours = throughput(folder, "", 1)
        what = f"one of {DRAFTS} empty drafts, durable"
        yield Row(what, ours, "ms", "thread pool, not durable", threads)
        if not quick:
            yield Row(f"{what}, three workers", throughput(folder, "", 3), "ms")
            yield Row("kill of a worker to its draft drawn by another", recovery(folder, ""), "s")


def main(url: str) -> None:
    imports()
    with tempfile.TemporaryDirectory() as folder:
        records = opened(Path(folder), url)
        acts(records)
        records.close()
        each = in_threads(Path(folder), url)
        print(f"{DRAFTS} empty drafts, thread pool:  {each:8.1f} ms each (not durable)")
        for workers in (1, 3):
            each = throughput(Path(folder), url, workers)
            print(f"{DRAFTS} empty drafts, {workers} worker(s): {each:8.1f} ms each")
        took = recovery(Path(folder), url)
        print(f"kill -9 of a worker to its draft drawn by another: {took:6.2f} s")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")

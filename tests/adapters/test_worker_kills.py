"""A worker killed at any moment loses no draft, draws none twice and leaves none running."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from builders_records import a_postgres_server, a_request, an_empty_database, no_tables
from dbos import DBOSClient

import toile
from toile.adapters.jobs.clearing import clear_endings, clear_flows
from toile.adapters.jobs.durable import DurableJobs
from toile.adapters.jobs.engine_json import FactsOnly
from toile.adapters.records.sql import SqlRecords
from toile.adapters.system import SystemClock
from toile.domain import ledger as chain
from toile.domain.drafts import DraftStatus
from toile.domain.ids import BoardId

HERE = Path(__file__).parent
BOARD = BoardId("board-1")


class Bench:
    """Records and jobs in a folder, and the workers started on it."""

    def __init__(self, folder: Path, url: str = "") -> None:
        self.folder = folder
        self.places = {"RECORDS": url, "ENGINE": url} if url else {}
        url = url or f"sqlite:///{folder / 'toile.db'}"
        self.records = SqlRecords.open(url, now=SystemClock().now, tables=no_tables)
        self.jobs = DurableJobs(self.records.engine, SystemClock().now)
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self, seconds: float = 0.4, at_once: int = 1) -> subprocess.Popen[bytes]:
        script = [sys.executable, str(HERE / "drawing_worker.py")]
        code = os.pathsep.join([str(HERE.parent), str(Path(toile.__file__).parents[1])])
        with open(self.folder / "worker.log", "ab") as log:
            worker = subprocess.Popen(
                [*script, str(self.folder), str(seconds), str(at_once)],
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                env={"PYTHONPATH": code, "PATH": "/usr/bin:/bin", **self.places},
            )
        self.workers.append(worker)
        return worker

    def statuses(self) -> tuple[DraftStatus, ...]:
        return self.jobs.statuses(BOARD)

    def states(self) -> list[str]:
        return [status.state for status in self.statuses()]

    def until(self, true: Callable[[], bool], seconds: float = 120) -> None:
        end = time.monotonic() + seconds
        while not true():
            if time.monotonic() > end:
                log = (self.folder / "worker.log").read_text(encoding="utf-8")[-3000:]
                pytest.fail(f"Still {self.states()} after {seconds} s. The worker said:\n{log}")
            time.sleep(0.02)

    def begun(self) -> list[str]:
        file = self.folder / "begun.log"
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        return [line.split()[0] for line in lines]

    def close(self) -> None:
        for worker in self.workers:
            worker.kill()
            worker.wait()
        self.records.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_kills_at_random_moments_leave_each_draft_once(bench: Bench, seed: int) -> None:
    kills_at_random_moments(bench, seed)


@pytest.mark.slow
def test_the_same_holds_on_a_postgresql_server(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with a_postgres_server(tmp_path_factory) as server:
        bench = Bench(tmp_path, an_empty_database(server))
        try:
            kills_at_random_moments(bench, 3)
        finally:
            bench.close()


def kills_at_random_moments(bench: Bench, seed: int) -> None:
    chance = random.Random(seed)
    requests = [a_request(number) for number in range(4)]
    for request in requests:
        bench.jobs.submit(request)
    for _ in range(4):
        worker = bench.start()
        bench.until(lambda: "running" in bench.states() or set(bench.states()) == {"finished"})
        time.sleep(chance.uniform(0, 0.5))
        worker.kill()
        worker.wait()
    bench.start()
    bench.until(lambda: set(bench.states()) <= {"finished", "failed"}, 60)
    assert bench.states() == ["finished"] * 4
    assert len(bench.records.drafts.listed(board=BOARD)) == 4
    entries = bench.records.ledger.entries()
    assert sorted(entry.fact.draft for entry in entries) == sorted(r.id for r in requests)
    assert chain.verify(entries) is None


def test_two_workers_draw_each_draft_once(bench: Bench) -> None:
    for number in range(6):
        bench.jobs.submit(a_request(number))
    bench.start(0.1)
    bench.start(0.1)
    bench.until(lambda: set(bench.states()) == {"finished"})
    assert len(bench.begun()) == 6


def test_a_living_worker_takes_over_from_a_killed_one(bench: Bench) -> None:
    first = bench.start(3)
    bench.jobs.submit(a_request())
    bench.until(lambda: bench.states() == ["running"])
    bench.start(0.1)
    first.kill()
    first.wait()
    bench.until(lambda: bench.states() == ["finished"])
    assert len(bench.records.drafts.listed(board=BOARD)) == 1


def test_a_running_draft_is_cancelled_long_before_it_is_done(bench: Bench) -> None:
    bench.start(20)
    request = a_request()
    bench.jobs.submit(request)
    bench.until(lambda: bench.states() == ["running"])
    asked = time.monotonic()
    bench.jobs.cancel(request.id)
    bench.until(lambda: bench.states() == ["cancelled"])
    assert time.monotonic() - asked < 10
    assert bench.records.drafts.listed(board=BOARD) == ()


def test_a_cancelled_draft_may_be_asked_for_again(bench: Bench) -> None:
    request = a_request()
    bench.jobs.submit(request)
    bench.jobs.cancel(request.id)
    assert bench.states() == ["cancelled"]
    bench.jobs.submit(request)
    bench.start(0.1)
    bench.until(lambda: bench.states() == ["finished"])


def test_a_worker_whose_studio_is_gone_leaves_and_the_draft_goes_on_later(bench: Bench) -> None:
    worker = bench.start(90)
    bench.jobs.submit(a_request())
    bench.until(lambda: bench.states() == ["running"])
    assert worker.stdin is not None
    worker.stdin.close()
    worker.wait(timeout=60)
    bench.start(0.1)
    bench.until(lambda: bench.states() == ["finished"])


def test_a_draft_is_not_given_up_for_workers_that_left_as_they_were_told(bench: Bench) -> None:
    bench.jobs.submit(a_request())
    for times in range(1, 5):
        worker = bench.start(90)
        bench.until(lambda n=times: len(bench.begun()) == n)  # type: ignore[misc]
        assert worker.stdin is not None
        worker.stdin.close()
        worker.wait(timeout=60)
    bench.start(0.1)
    bench.until(lambda: bench.states() == ["finished"])


def test_a_draft_that_kills_the_worker_is_given_up_after_three_starts(bench: Bench) -> None:
    bench.jobs.submit(a_request(style="deadly"))
    for _ in range(4):
        worker = bench.start()
        bench.until(lambda w=worker: w.poll() is not None or bench.states() == ["failed"])  # type: ignore[misc]
    assert bench.states() == ["failed"]
    assert "3 times" in bench.statuses()[0].say
    assert len(bench.begun()) == 3


def test_a_draft_kept_as_its_last_start_died_is_told_and_not_given_up(bench: Bench) -> None:
    bench.jobs.submit(a_request(style="untold"))
    for _ in range(4):
        worker = bench.start()
        bench.until(lambda w=worker: w.poll() is not None or bench.states() == ["finished"])  # type: ignore[misc]
    assert bench.states() == ["finished"]
    assert len(bench.begun()) == 4


def test_those_drawn_beside_a_draft_that_kills_the_worker_are_not_given_up(bench: Bench) -> None:
    deadly = a_request(0, style="deadly")
    for request in (deadly, a_request(1), a_request(2), a_request(3)):
        bench.jobs.submit(request)
    for _ in range(4):
        worker = bench.start(1, at_once=4)
        bench.until(
            lambda w=worker: w.poll() is not None or not {"queued", "running"} & {*bench.states()},  # type: ignore[misc]
            seconds=60,
        )
    ended = {status.id: status.state for status in bench.statuses()}
    assert ended.pop(deadly.id) == "failed"
    assert set(ended.values()) == {"finished"}
    # All four began beside each other once; then each was drawn by itself.
    assert len(set(bench.begun()[:4])) == 4


def test_what_was_drawn_side_by_side_when_the_worker_died_is_drawn_one_by_one(
    bench: Bench,
) -> None:
    for number in range(4):
        bench.jobs.submit(a_request(number))
    killed = bench.start(30, at_once=4)
    bench.until(lambda: len(bench.begun()) == 4)
    killed.kill()
    killed.wait()
    bench.start(30, at_once=4)
    bench.until(lambda: len(bench.begun()) == 5)
    time.sleep(2)
    assert len(bench.begun()) == 5


def test_a_lost_card_ends_the_worker_and_a_fresh_one_goes_on(bench: Bench) -> None:
    bench.jobs.submit(a_request(style="lost"))
    worker = bench.start(0.1)
    assert worker.wait(timeout=120) == 3
    assert bench.states() == ["running"]
    assert bench.statuses()[0].say == "Interrupted; it goes on by itself"
    bench.start(0.1)
    bench.until(lambda: bench.states() == ["finished"])
    assert len(bench.records.drafts.listed(board=BOARD)) == 1


def test_what_ended_long_ago_is_cleared_from_the_engine_and_the_rows(bench: Bench) -> None:
    bench.jobs.submit(a_request())
    bench.start(0.1)
    bench.until(lambda: bench.states() == ["finished"])
    url = f"sqlite:///{bench.folder / 'engine.db'}"
    engine = DBOSClient(system_database_url=url, serializer=FactsOnly())
    # The row has its ending a moment before the engine has noted it.
    bench.until(lambda: [flow.status for flow in engine.list_workflows()] == ["SUCCESS"])
    now = SystemClock().now()
    assert (clear_flows(engine, now), clear_endings(bench.records.engine, now)) == (0, 0)
    later = now + timedelta(days=31)
    assert (clear_flows(engine, later), clear_endings(bench.records.engine, later)) == (1, 1)
    assert (engine.list_workflows(), bench.statuses()) == ([], ())
    assert len(bench.records.drafts.listed(board=BOARD)) == 1
    engine.destroy()


def test_a_fault_of_the_program_ends_the_draft_and_not_the_worker(bench: Bench) -> None:
    bench.jobs.submit(a_request(style="faulty"))
    bench.jobs.submit(a_request(8))
    bench.start(0.1)
    bench.until(lambda: sorted(bench.states()) == ["failed", "finished"])
    for file in bench.folder.glob("*"):
        if file.is_file():
            assert b"secret things" not in file.read_bytes()


def test_the_engine_may_lose_its_file_and_drafts_go_on(bench: Bench) -> None:
    worker = bench.start(5)
    bench.jobs.submit(a_request(1))
    bench.jobs.submit(a_request(2))
    bench.until(lambda: "running" in bench.states())
    worker.kill()
    worker.wait()
    for file in bench.folder.glob("engine.db*"):
        file.unlink()
    bench.start(0.1)
    bench.until(lambda: bench.states() == ["finished", "finished"])


def test_a_damaged_engine_file_is_put_aside_and_drafts_go_on(bench: Bench) -> None:
    (bench.folder / "engine.db").write_bytes(b"holiday snaps " * 1000)
    bench.jobs.submit(a_request())
    bench.start(0.1)
    bench.until(lambda: bench.states() == ["finished"])
    assert (bench.folder / "engine.db.damaged").exists()

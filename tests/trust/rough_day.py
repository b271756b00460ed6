"""A rough day: people and workers killed at seeded moments, then what must still be true.

``Day`` runs the processes and the kills; ``faults`` reads the data folder afterwards with fresh
eyes and returns a sentence for everything that was lost, doubled, left lying or let out unmarked.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import text
from trust.people_at_work import digest, small

from toile import bootstrap
from toile.domain import ledger
from toile.domain.drafts import DraftStatus
from toile.domain.ids import BoardId, DraftId
from toile.domain.licences import ApprovalTerms, CountLimit, FeeTerms, Licence
from toile.settings import Settings
from toile.workflow.studio import Studio

HERE = Path(__file__).parent
BRIEF = (
    "Four stills for Instagram and the web shop in France and Germany from 1 December 2026 to "
    "31 January 2027: the camel trench coat, Freya, full length, grey seamless, window light."
)
# More than a rough day takes, so that what is counted is seen and nobody is refused for it.
PLENTY = 10_000
PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"BM")


@dataclass
class Day:
    """Processes over one data folder, and a seeded hand that kills them."""

    settings: Settings
    seed: int
    people: int = 2
    workers: int = 1
    kills: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._begun = 0
        self.place = self.settings.folder.parent
        (self.place / "scratch").mkdir(exist_ok=True)

    def prepare(self, boards: int = 3) -> None:
        """Make the sample world, licences that count, and boards to work on."""
        bootstrap.make_demo(self.settings)
        kept = bootstrap.records(self.settings)
        twins = tuple(twin.id for twin in kept.registry.twins())
        kept.registry.put(*(_counting(licence) for licence in kept.registry.licences(twins)))
        kept.close()
        studio = bootstrap.studio(self.settings)
        for status in _statuses(studio):
            studio.cancel(status.id)
        for _ in range(boards):
            board = studio.confirm(studio.start(BRIEF, by="Ada"), by="Ada")
            # One picture to begin with, so that exports have something to carry out.
            asked = studio.asks.request(board, board.panels[0], "Ada")
            assert not isinstance(asked, str), asked
            studio.asks.jobs.submit(small(asked, self.seed))
        self.settle()

    def go_on(self, kills: int, *, longest: float = 3.0) -> None:
        """Kill so many times, each after a pause of its own; what is killed is begun anew.

        Most kills wait until somebody is at work, so that a slow start is not all that they meet.
        """
        for _ in range(kills):
            self._begin_all()
            if self._chance.random() < 3 / 4:
                self._wait_for_work()
            time.sleep(self._chance.uniform(0.05, longest))
            self._kill_one()

    def _wait_for_work(self, seconds: float = 60) -> None:
        promised, end = self.place / "promised.log", time.monotonic() + seconds
        before = _size(promised)
        while time.monotonic() < end and _size(promised) == before:
            self._begin_all()
            time.sleep(0.05)

    def settle(self, seconds: float = 300) -> None:
        """Send the people home, leave one worker alone, and wait until nothing is under way."""
        for name in [name for name in self._running if name.startswith("person")]:
            self._end(name)
        self._begin_all(people=0)
        studio, end = bootstrap.studio(self.settings), time.monotonic() + seconds
        while time.monotonic() < end and any(_under_way(studio)):
            self._begin_all(people=0)
            time.sleep(0.5)
        for name in list(self._running):
            self._end(name)

    def _begin_all(self, people: int | None = None) -> None:
        wanted = {f"person {n}": self._person for n in range(self.people)} if people is None else {}
        wanted |= {f"worker {n}": self._worker for n in range(self.workers)}
        for name, begin in wanted.items():
            process = self._running.get(name)
            if process is None or process.poll() is not None:
                self._running[name] = begin(name)

    def _person(self, name: str) -> "subprocess.Popen[bytes]":
        self._begun += 1
        script = [str(HERE / "people_at_work.py"), name, str(self.seed * 1000 + self._begun), "60"]
        return self._process(script)

    def _worker(self, _name: str) -> "subprocess.Popen[bytes]":
        return self._process(["-m", "toile", "worker"])

    def _process(self, script: list[str]) -> "subprocess.Popen[bytes]":
        env = {
            name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ
        }
        env |= {"TOILE_HOME": str(self.settings.folder), "TOILE_RENDER_THREADS": "1"}
        env |= {"TOILE_DATABASE_URL": self.settings.database_url, "OMP_NUM_THREADS": "1"}
        env |= {"TOILE_CHROMA_URL": self.settings.chroma_url}
        env |= {"TMPDIR": str(self.place / "scratch"), "HF_HUB_OFFLINE": "1"}
        said = open(self.place / "said.log", "ab")  # noqa: SIM115
        return subprocess.Popen(
            [sys.executable, *script], stdin=subprocess.PIPE, stdout=said, stderr=said, env=env
        )

    def _kill_one(self) -> None:
        if self.settings.database_url and self._chance.random() < 1 / 3:
            self._cut_a_connection()
            return
        kind = self._chance.choice(("person", "person", "person", "worker"))
        self._end(self._chance.choice([n for n in sorted(self._running) if n.startswith(kind)]))
        self.kills[kind] += 1

    def _end(self, name: str) -> None:
        process = self._running.pop(name)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if process.stdin:
            process.stdin.close()

    def _cut_a_connection(self) -> None:
        kept = bootstrap.records(self.settings)
        with kept.engine.connect() as connection:
            others = connection.scalars(
                text(
                    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
                    "AND pid <> pg_backend_pid() ORDER BY pid"
                )
            ).all()
            if others:
                pid = self._chance.choice(others)
                connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
                self.kills["connection"] += 1
        kept.close()


def faults(settings: Settings) -> Iterator[str]:
    """Yield a sentence for everything that is not as it must be after the day."""
    promised = [json.loads(line) for line in _lines(settings.folder.parent / "promised.log")]
    studio, kept = bootstrap.studio(settings), bootstrap.records(settings)
    yield from _lost_changes(kept, promised)
    yield from _drafts_wrong(studio, kept, promised)
    yield from _unmarked(settings, kept)
    yield from _ledger_wrong(kept)
    yield from _counts_wrong(kept)
    yield from _tracebacks(settings)
    kept.close()


def tally(settings: Settings) -> Counter[str]:
    """Return how much was promised, by kind, and how much was drawn."""
    promised = [json.loads(line) for line in _lines(settings.folder.parent / "promised.log")]
    counted = Counter(str(one["kind"]) for one in promised)
    counted["drawn"] = len(bootstrap.records(settings).drafts.listed())
    states = Counter(status.state for status in _statuses(bootstrap.studio(settings)))
    counted["given up after three kills"] = states["failed"]
    counted["exported pictures"] = sum(one.get("shots", 0) for one in promised)
    return counted


def _lost_changes(kept: Any, promised: list[dict[str, Any]]) -> Iterator[str]:
    for one in (one for one in promised if one["kind"] == "board"):
        board = kept.boards.board(BoardId(one["id"]), one["revision"])
        if digest(board) != one["digest"]:
            yield f"board {one['id']} revision {one['revision']} is not what was promised"


def _drafts_wrong(studio: Studio, kept: Any, promised: list[dict[str, Any]]) -> Iterator[str]:
    drawn = Counter(
        entry.fact.draft for entry in kept.ledger.entries() if entry.fact.what == "drafted"
    )
    statuses = {status.id: status for status in _statuses(studio)}
    for draft in dict.fromkeys(one["draft"] for one in promised if one["kind"] == "asked"):
        status = statuses.get(draft)
        if status is None:
            yield f"draft {draft[:8]} was promised and nobody knows of it"
        elif status.state in ("queued", "running") or _failed_oddly(status):
            yield f"draft {draft[:8]} was left {status.state}: {status.say}"
    for draft, status in statuses.items():
        on_file = kept.drafts.draft(DraftId(draft)) is not None
        if (status.state == "finished") != on_file:
            yield f"draft {draft[:8]} is {status.state} and {'on' if on_file else 'not on'} file"
        if drawn[draft] != on_file:
            yield f"draft {draft[:8]} stands {drawn[draft]} times in the ledger"


def _failed_oddly(status: DraftStatus) -> bool:
    # A draft that three workers died over is given up aloud, lest it kill every worker to come.
    return status.state == "failed" and "worker stopped" not in status.say


def _unmarked(settings: Settings, kept: Any) -> Iterator[str]:
    issued = tuple(int(line.id[:16], 16) for line in kept.drafts.listed())
    issued += tuple(int(status.id[:16], 16) for status in _statuses(bootstrap.studio(settings)))
    marker = bootstrap.marker(settings)
    for file in _files(settings):
        data = file.read_bytes()
        if not data.startswith(PICTURES):
            continue
        # A copy cut short in writing holds no picture that anybody can open.
        if file.name.startswith(".part-"):
            yield f"{file.name} was left lying half written"
        elif marker.read(data, issued).mark_id is None:
            yield f"{file.name} is a picture without our mark"


def _ledger_wrong(kept: Any) -> Iterator[str]:
    entries = kept.ledger.entries()
    if broken := ledger.verify(entries) or kept.ledger.cut(entries):
        yield f"the ledger breaks at {broken.number}: {broken.why}"


def _counts_wrong(kept: Any) -> Iterator[str]:
    left: set[tuple[str, str]] = {
        (licence, entry.fact.draft)
        for entry in kept.ledger.entries()
        if entry.fact.what == "exported"
        for licence in entry.fact.licences
    }
    with kept.engine.connect() as connection:
        rows = connection.execute(text("SELECT licence, key, state FROM reservation")).all()
    counted = {(row.licence, row.key) for row in rows if row.state == "committed"}
    for licence, key in counted ^ left:
        where = "counted, and no export says so" if (licence, key) in counted else "not counted"
        yield f"a unit of {licence} for draft {str(key)[:8]} is {where}"


def _tracebacks(settings: Settings) -> Iterator[str]:
    said = (settings.folder.parent / "said.log").read_text(encoding="utf-8", errors="replace")
    for block in said.split("Traceback (most recent call last)")[1:]:
        said = [line for line in block.splitlines()[1:] if line and not line[0].isspace()]
        yield f"a traceback: {said[0][:160] if said else 'cut short'}"


def _files(settings: Settings) -> Iterator[Path]:
    for folder in (settings.folder, settings.folder.parent / "scratch"):
        yield from (file for file in folder.rglob("*") if file.is_file())


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def _size(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _statuses(studio: Studio) -> tuple[DraftStatus, ...]:
    boards = [studio.board(line.id) for line in studio.boards()]
    return tuple(status for board in boards for status in studio.statuses(board))


def _under_way(studio: Studio) -> Iterator[bool]:
    return (status.state in ("queued", "running") for status in _statuses(studio))


def _counting(licence: Licence) -> Licence:
    limit = CountLimit(limit=PLENTY, counts_on=("export",))
    grants = tuple(grant.model_copy(update={"count": limit}) for grant in licence.grants)
    # Nobody sits there to approve or to pay, and a day without exports would count nothing.
    open_terms = {"approval": ApprovalTerms(), "fee": FeeTerms(), "grants": grants}
    return licence.model_copy(update=open_terms | {"version": licence.version + 1})

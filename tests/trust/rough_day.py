"""A rough day: people and workers killed at seeded moments; ``day_after`` has what must be true.

Every process is forked from one that has read everything, so a kill costs a second or two.
"""

import os
import random
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Engine, NullPool, create_engine, text
from trust.day_after import statuses
from trust.last_steps import LAST, STEPS
from trust.nursery import Child, Nursery
from trust.people_at_work import PersonAtWork, Promises, small

from toile import bootstrap
from toile.domain.licences import ApprovalTerms, CountLimit, FeeTerms, Licence
from toile.settings import Settings

BRIEF = (
    "Four stills for Instagram and the web shop in France and Germany from 1 December 2026 to "
    "31 January 2027: the camel trench coat, Freya, full length, grey seamless, window light."
)
# More than a rough day takes, so that what is counted is seen and nobody is refused for it.
PLENTY = 10_000
KEEPING = {"marking", "signing", "keeping"}
PASSED_ON = ("PATH", "HOME", "PYTHONPATH")


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
        self._running: dict[str, Child] = {}
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
        for status in statuses(studio):
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

        Most kills wait until somebody is at work, so that a start is not all that they meet.
        """
        for _ in range(kills):
            self._begin_all()
            if self._chance.random() < 3 / 4:
                self._wait_for_work()
            time.sleep(self._chance.uniform(0.05, longest))
            self._kill_one()

    def at_each_step(self, times: int, *, seconds: float = 1e9) -> None:
        """Have workers die as each of the last steps begins, so many times each.

        Of three in a row the last dies when the draft has ended: two deaths are no giving up.
        Nobody else is at work, since a picture must be drawn before each.
        """
        end = time.monotonic() + seconds
        promises = Promises(self.place / "promised.log")
        asking = PersonAtWork(bootstrap.studio(self.settings), "Ada", self.seed, promises)
        for _ in range(times):
            steps = [step for step in STEPS if step != LAST]
            self._chance.shuffle(steps)
            for number, step in enumerate(steps, 1):
                self._die_at(step, asking)
                if number % 2 == 0:
                    self._die_at(LAST, asking)
                if time.monotonic() > end:
                    return

    def _die_at(self, step: str, asking: PersonAtWork, patience: float = 120) -> None:
        log = self.place / "died.log"
        worker, end = self._nursery.begin("worker", step, str(log)), time.monotonic() + patience
        while worker.runs() and time.monotonic() < end:
            # Only where nothing is under way is anything asked for; a preview passes every step.
            board = asking.studio.board(asking.studio.boards()[0].id)
            asking.ask(board, 2 * self._chance.randrange(10**6))
            time.sleep(0.3)
        worker.kill()
        self.kills = Counter(log.read_text(encoding="utf-8").splitlines() if log.exists() else ())

    def settle(self, patience: float = 300) -> float:
        """Send the people home, leave the workers alone, and wait while drafts still move.

        Slow is no fault: only when no draft began, advanced or ended for so many seconds is the
        wait over. Returns how long it was.
        """
        self._end_all("person")
        studio, began = bootstrap.studio(self.settings), time.monotonic()
        seen, moved = None, began
        while left := tuple(
            (one.id, one.state, one.step, one.share)
            for one in statuses(studio)
            if one.state in ("queued", "running")
        ):
            self._begin_all(people=0)
            if left != seen:
                seen, moved = left, time.monotonic()
            elif time.monotonic() - moved > patience:
                self._tell_where()
                break
            time.sleep(0.5)
        self.end()
        return time.monotonic() - began

    def end(self) -> None:
        """End every process, as a kill does."""
        self._end_all("")
        if nursery := self.__dict__.pop("_nursery", None):
            nursery.close()

    def _wait_for_work(self, seconds: float = 60) -> None:
        end, before = time.monotonic() + seconds, self._promised()
        while time.monotonic() < end and self._promised() == before:
            self._begin_all()
            time.sleep(0.05)

    def _promised(self) -> int:
        promised = self.place / "promised.log"
        return promised.stat().st_size if promised.exists() else 0

    def _begin_all(self, people: int | None = None) -> None:
        wanted = [f"person {n}" for n in range(self.people)] if people is None else []
        for name in (*wanted, *(f"worker {n}" for n in range(self.workers))):
            if name not in self._running or not self._running[name].runs():
                self._running[name] = self._begin(name)

    def _begin(self, name: str) -> Child:
        if name.startswith("worker"):
            return self._nursery.begin("worker")
        self._begun += 1
        return self._nursery.begin("person", name, str(self.seed * 1000 + self._begun), "60")

    @cached_property
    def _nursery(self) -> Nursery:
        env = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        env |= {"TOILE_HOME": str(self.settings.folder), "TOILE_RENDER_THREADS": "1"}
        env |= {"TOILE_DATABASE_URL": self.settings.database_url, "OMP_NUM_THREADS": "1"}
        env |= {"TOILE_CHROMA_URL": self.settings.chroma_url}
        env |= {"TMPDIR": str(self.place / "scratch"), "HF_HUB_OFFLINE": "1"}
        return Nursery(env, self.place / "said.log")

    @cached_property
    def _looks(self) -> Engine:
        # A connection a look: one that is kept open could be the one that is cut.
        kept = bootstrap.records(self.settings)
        url = kept.engine.url
        kept.close()
        return create_engine(url, poolclass=NullPool)

    def _kill_one(self) -> None:
        if self.settings.database_url and self._chance.random() < 1 / 3:
            self._cut_a_connection()
            return
        kind = self._chance.choice(("person", "person", "person", "worker"))
        # Half of the workers die over what must be whole or not at all: marking and keeping.
        late = kind == "worker" and self._chance.random() < 1 / 2 and self._wait_for_keeping()
        chosen = [name for name in sorted(self._running) if name.startswith(kind)]
        self._running.pop(self._chance.choice(chosen)).kill()
        self.kills["worker, marking or keeping" if late else kind] += 1

    def _wait_for_keeping(self, seconds: float = 60) -> bool:
        end = time.monotonic() + seconds
        while time.monotonic() < end and (steps := self._running_steps()):
            if steps & KEEPING:
                time.sleep(self._chance.uniform(0, 0.3))
                return True
            self._begin_all()
            time.sleep(0.02)
        return False

    def _running_steps(self) -> set[str]:
        with self._looks.connect() as connection:
            return set(connection.scalars(text("SELECT step FROM job WHERE state = 'running'")))

    def _end_all(self, kind: str) -> None:
        for name in [name for name in self._running if name.startswith(kind)]:
            self._running.pop(name).kill()

    def _tell_where(self) -> None:
        for child in self._running.values():
            if child.runs():
                child.tell_where()
        time.sleep(1)

    def _cut_a_connection(self) -> None:
        with self._looks.connect() as connection:
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


def _counting(licence: Licence) -> Licence:
    limit = CountLimit(limit=PLENTY, counts_on=("export",))
    grants = tuple(grant.model_copy(update={"count": limit}) for grant in licence.grants)
    # Nobody sits there to approve or to pay, and a day without exports would count nothing.
    open_terms = {"approval": ApprovalTerms(), "fee": FeeTerms(), "grants": grants}
    return licence.model_copy(update=open_terms | {"version": licence.version + 1})

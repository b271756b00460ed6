"""The ``Jobs`` port: a row a draft, written before anything is drawn and read by every page.

The page only writes and reads rows; the worker hands them to DBOS. Knows nothing of pictures.
"""

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, insert, select, update

from toile.adapters.jobs.crew import here
from toile.adapters.jobs.rows import (
    JobRow,
    changing,
    existing_row,
    looking,
    request_of,
    row_of,
    stamp,
)
from toile.adapters.jobs.tables import job
from toile.adapters.jobs.turns import kind_of, next_turn
from toile.adapters.jobs.waiting import Queue
from toile.domain.drafts import DraftRequest, DraftStatus, State, Step
from toile.domain.ids import BoardId, DraftId, ImageHash, TwinId

log = logging.getLogger(__name__)

# From which states each state may follow: never backwards, and an ending stays.
BEFORE: Mapping[State, tuple[State, ...]] = {
    "queued": (),
    "running": ("queued", "running"),
    "finished": ("queued", "running"),
    "refused": ("queued", "running"),
    "failed": ("queued", "running"),
    "cancelled": ("queued", "running"),
    "quarantined": ("queued", "running", "finished", "refused", "failed", "cancelled"),
}
# Asking again for one of these is a new attempt.
MAY_BE_ASKED_AGAIN = ("refused", "failed", "cancelled")
UNFINISHED = ("queued", "running")
ENDINGS = ("finished", "refused", "failed", "cancelled", "quarantined")
# A page looks twice a second; more writes than that are only wear.
REPORT_SECONDS = 0.25


@dataclass
class _Told:
    what: tuple[Step | None, str]
    at: datetime


class DurableJobs:
    """The ``Jobs`` port over rows in the records' database."""

    def __init__(self, engine: Engine, now: Callable[[], datetime]) -> None:
        self.engine = engine
        self.now = now
        self._told: dict[DraftId, _Told] = {}

    def submit(self, request: DraftRequest, *, interactive: bool = True) -> DraftStatus:
        """Queue a draft and return where it stands; the same request again is the same job."""
        with changing(self.engine) as connection:
            found = row_of(connection, request.id)
            if found is None or found.state in MAY_BE_ASKED_AGAIN:
                self._insert(connection, request, found, interactive=interactive)
            return self._status(connection, existing_row(connection, request.id))

    def claim(self, request: DraftRequest) -> DraftStatus:
        """Note a draft that is made outside the queue, in the asking process.

        Should this process die, a worker finishes the draft.
        """
        with changing(self.engine) as connection:
            found = row_of(connection, request.id)
            if found is None or found.state in MAY_BE_ASKED_AGAIN:
                self._insert(connection, request, found, interactive=True)
                begun = stamp(self.now())
                connection.execute(
                    update(job)
                    .where(job.c.id == request.id)
                    .values(state="running", handed=True, worker=here(), starts=1, started_at=begun)
                )
            return self._status(connection, existing_row(connection, request.id))

    def status(self, draft_id: DraftId) -> DraftStatus | None:
        """Return where a draft stands, or ``None`` when nobody asked for it."""
        with looking(self.engine) as connection:
            row = row_of(connection, draft_id)
            return None if row is None else self._status(connection, row)

    def under_way(self, twin: TwinId) -> tuple[DraftStatus, ...]:
        """Return the queued and running drafts with this twin."""
        asked = select(job).where(job.c.state.in_(UNFINISHED)).order_by(job.c.queued_at)
        with looking(self.engine) as connection:
            rows = connection.execute(asked).all()
            queue = Queue.read(connection, self.now())
        theirs = (row for row in rows if twin in request_of(row).casting.twins)
        return tuple(queue.status(row) for row in theirs)

    def statuses(self, board: BoardId) -> tuple[DraftStatus, ...]:
        """Return where each draft of a board stands, oldest first."""
        asked = select(job).where(job.c.board == board).order_by(job.c.queued_at, job.c.id)
        with looking(self.engine) as connection:
            rows = connection.execute(asked).all()
            queue = Queue.read(connection, self.now())
        return tuple(queue.status(row) for row in rows)

    def cancel(self, draft_id: DraftId) -> None:
        """Stop a draft: at once while it waits, at its next look while it runs."""
        with changing(self.engine) as connection:
            row = existing_row(connection, draft_id)
            if row.state == "queued":
                ended(connection, draft_id, "cancelled", "Stopped before it began", self.now())
            elif row.state == "running":
                connection.execute(
                    update(job).where(job.c.id == draft_id).values(stop=True, say="Stopping")
                )

    def report(
        self,
        draft_id: DraftId,
        state: State,
        step: Step | None = None,
        share: float = 0.0,
        say: str = "",
        forming: ImageHash | None = None,
    ) -> None:
        """Tell how far a draft is; what would take it backwards is not written."""
        now = self.now()
        if (
            state == "running"
            and forming is None
            and self._lately(draft_id, (step, _kind_of(say)), now)
        ):
            return
        self._told[draft_id] = _Told((step, _kind_of(say)), now)
        with changing(self.engine) as connection:
            row = row_of(connection, draft_id)
            if row is None or row.state not in BEFORE[state]:
                return
            if state in ENDINGS:
                self._told.pop(draft_id, None)
                ended(connection, draft_id, state, say, now)
                return
            _advance(connection, row, step, share, say, forming, now)

    def turn(self, draft_id: str) -> tuple[int, int]:
        """Return the class a draft waits in (0 before 1) and its turn there; unknown is first."""
        with looking(self.engine) as connection:
            row = row_of(connection, draft_id)
        return (0, 0) if row is None else (int(not row.interactive), int(row.turn))

    def stopped(self, draft_id: DraftId) -> bool:
        """Say whether a person, or a withdrawn licence, has stopped this draft."""
        with looking(self.engine) as connection:
            row = row_of(connection, draft_id)
        return row is not None and (bool(row.stop) or row.state in ("cancelled", "quarantined"))

    def _status(self, connection: Connection, row: JobRow) -> DraftStatus:
        return Queue.read(connection, self.now()).status(row)

    def _lately(self, draft_id: DraftId, what: tuple[Step | None, str], now: datetime) -> bool:
        told = self._told.get(draft_id)
        if told is None or told.what != what:
            return False
        return (now - told.at).total_seconds() < REPORT_SECONDS

    def _insert(
        self,
        connection: Connection,
        request: DraftRequest,
        before: JobRow | None,
        *,
        interactive: bool,
    ) -> None:
        row = self._new(connection, request, interactive)
        if before is None:
            connection.execute(insert(job).values(row))
            return
        row["attempt"] = before.attempt + 1
        connection.execute(update(job).where(job.c.id == request.id).values(row))

    def _new(
        self, connection: Connection, request: DraftRequest, interactive: bool
    ) -> dict[str, object]:
        return {
            "id": request.id,
            "board": request.board,
            "shot": request.shot.id,
            "version": request.version,
            "person": request.asked_by,
            "kind": kind_of(request),
            "interactive": interactive,
            "turn": next_turn(connection, request.asked_by, interactive=interactive),
            "attempt": 1,
            "state": "queued",
            "step": None,
            "share": 0.0,
            "say": "",
            "forming": None,
            "stop": False,
            "handed": False,
            "starts": 0,
            "worker": None,
            "queued_at": stamp(self.now()),
            "started_at": None,
            "changed_at": stamp(self.now()),
            "seconds": None,
            "body": request.model_dump_json(),
        }


def _kind_of(say: str) -> str:
    """Return words without their numbers: what counts on is no news, what is new to do is."""
    return re.sub(r"\d+", "", say)


def _advance(
    connection: Connection,
    row: JobRow,
    step: Step | None,
    share: float,
    say: str,
    forming: ImageHash | None,
    now: datetime,
) -> None:
    connection.execute(
        update(job)
        .where(job.c.id == row.id)
        .values(
            state="running",
            step=step or row.step,
            share=max(row.share, min(share, 1.0)),
            say="Stopping" if row.stop else say or row.say,
            forming=forming or row.forming,
            started_at=row.started_at or stamp(now),
            changed_at=stamp(now),
        )
    )


def ended(connection: Connection, draft_id: str, state: State, say: str, now: datetime) -> None:
    """Write the last state of a draft, and how long its last start took."""
    row = existing_row(connection, draft_id)
    began = datetime.fromisoformat(row.started_at) if row.started_at else None
    # A clock that was set back while it was drawn measures nothing.
    measured = state == "finished" and began is not None and began <= now
    connection.execute(
        update(job)
        .where(job.c.id == draft_id)
        .values(
            state=state,
            say=say,
            share=1.0 if state == "finished" else row.share,
            stop=False if state == "finished" else row.stop,
            changed_at=stamp(now),
            seconds=(now - began).total_seconds() if began and measured else None,
        )
    )
    log.info("draft %s", state, extra={"draft": draft_id, "starts": row.starts})

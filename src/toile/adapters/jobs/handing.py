"""Handing rows to the engine, and beginning one: what the worker does before it draws."""

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import datetime

from sqlalchemy import Engine, select, update

from toile.adapters.jobs.crew import draws_here
from toile.adapters.jobs.durable import UNFINISHED, ended
from toile.adapters.jobs.rows import JobRow, changing, existing_row, looking, request_of, stamp
from toile.adapters.jobs.tables import job
from toile.domain.drafts import Draft, DraftRequest
from toile.domain.errors import ServiceUnavailable
from toile.domain.ids import DraftId

log = logging.getLogger(__name__)

# A draft that took the worker down this often is not tried again by itself.
STARTS = 3


def workflow_id(row: JobRow) -> str:
    """Return the engine's name for this attempt: the draft's digest, numbered when asked again."""
    return str(row.id) if row.attempt == 1 else f"{row.id}.{row.attempt}"


def to_hand(engine: Engine) -> Sequence[JobRow]:
    """Return the rows that the engine has not been given, in turn."""
    asked = (
        select(job)
        .where(job.c.state.in_(UNFINISHED), job.c.handed.is_(False))
        .order_by(job.c.turn, job.c.queued_at, job.c.id)
    )
    with looking(engine) as connection:
        return connection.execute(asked).all()


def unfinished(engine: Engine) -> Sequence[JobRow]:
    """Return the rows that have no ending and that no process outside the queue is drawing."""
    with looking(engine) as connection:
        rows = connection.execute(select(job).where(job.c.state.in_(UNFINISHED))).all()
    return [row for row in rows if not draws_here(row.worker)]


def any_unfinished(engine: Engine) -> bool:
    """Say whether any draft is queued or running."""
    with looking(engine) as connection:
        found = connection.execute(select(job.c.id).where(job.c.state.in_(UNFINISHED)).limit(1))
        return found.first() is not None


def any_suspect(engine: Engine, alive: Collection[str]) -> bool:
    """Say whether a draft waits or is drawn again whose worker did not live to end it.

    One of them may be what took the worker down, and those drawn beside it are not to blame.
    """
    return any(
        row.starts > 1 or (row.starts == 1 and row.worker not in alive)
        for row in unfinished(engine)
    )


def left_behind(engine: Engine) -> Sequence[JobRow]:
    """Return the rows of processes outside the queue that died while drawing."""
    return [row for row in unfinished(engine) if str(row.worker).startswith("here:")]


def handed(engine: Engine, row: JobRow) -> None:
    """Note that the engine has this attempt."""
    with changing(engine) as connection:
        connection.execute(
            update(job).where(job.c.id == row.id, job.c.attempt == row.attempt).values(handed=True)
        )


def hand_again(engine: Engine, row: JobRow) -> None:
    """Make a new attempt of a row whose workflow ended without giving it an ending."""
    with changing(engine) as connection:
        connection.execute(
            update(job)
            .where(job.c.id == row.id, job.c.attempt == row.attempt, job.c.state.in_(UNFINISHED))
            .values(attempt=row.attempt + 1, handed=False, worker=None)
        )


def forget_handing(engine: Engine) -> None:
    """Hand everything unfinished over anew: the engine's own file may have been lost."""
    ids = [row.id for row in unfinished(engine)]
    with changing(engine) as connection:
        connection.execute(update(job).where(job.c.id.in_(ids)).values(handed=False))


def interrupted(engine: Engine, workflow: str, now: datetime) -> None:
    """Say on a draft that its worker is gone and that it waits to be taken up."""
    draft_id = workflow.partition(".")[0]
    with changing(engine) as connection:
        connection.execute(
            update(job)
            .where(job.c.id == draft_id, job.c.state == "running")
            .values(say="Interrupted; it goes on by itself", changed_at=stamp(now))
        )


def let_go(engine: Engine, me: str, now: datetime) -> None:
    """Give back the starts of a worker that leaves as it was told: no draft is to blame for it."""
    with changing(engine) as connection:
        connection.execute(
            update(job)
            .where(job.c.worker == me, job.c.state == "running", job.c.starts > 0)
            .values(
                starts=job.c.starts - 1,
                say="Interrupted; it goes on by itself",
                changed_at=stamp(now),
            )
        )


def begin(
    engine: Engine, draft_id: str, me: str, now: datetime, kept: Callable[[DraftId], Draft | None]
) -> DraftRequest | None:
    """Take a draft to work on, or ``None`` when it has ended, was stopped, or is unsafe.

    A draft that is ``kept`` already only waits to be told, however often its worker died.
    """
    with changing(engine) as connection:
        row = existing_row(connection, draft_id)
        if row.state not in UNFINISHED or draws_here(row.worker):
            return None
        if row.stop:
            ended(connection, draft_id, "cancelled", "Stopped", now)
            return None
        request = _unchanged(row)
        if request is None:
            say = "What was asked for was changed since, or by another version. Ask for it again."
            ended(connection, draft_id, "failed", say, now)
            return None
        if row.starts >= STARTS and kept(request.id) is None:
            say = (
                f"The worker stopped {STARTS} times while drafting this. Try another seed or size."
            )
            ended(connection, draft_id, "failed", say, now)
            return None
        connection.execute(
            update(job)
            .where(job.c.id == draft_id)
            .values(
                state="running",
                starts=row.starts + 1,
                worker=me,
                started_at=stamp(now),
                changed_at=stamp(now),
            )
        )
    log.info("draft begun", extra={"draft": draft_id, "starts": row.starts + 1, "worker": me})
    return request


def _unchanged(row: JobRow) -> DraftRequest | None:
    try:
        request = request_of(row)
    except ServiceUnavailable:
        return None
    return request if request.id == row.id else None

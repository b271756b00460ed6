"""What a row says to a person: where it stands, its place in the queue, how long it may take."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, select, tuple_

from toile.adapters.jobs.rows import JobRow
from toile.adapters.jobs.tables import job
from toile.adapters.jobs.turns import usual_seconds
from toile.domain.drafts import DraftStatus


def status_of(connection: Connection, row: JobRow, now: datetime) -> DraftStatus:
    """Return the status of one row; the wait is measured from earlier drafts, or ``None``."""
    return DraftStatus(
        id=row.id,
        board=row.board,
        shot=row.shot,
        version=row.version,
        state=row.state,
        step=row.step,
        share=row.share,
        forming=row.forming,
        say=row.say,
        queued_at=datetime.fromisoformat(row.queued_at),
        changed_at=datetime.fromisoformat(row.changed_at),
        eta_seconds=_wait(connection, row, now),
        queue_place=_place(connection, row) if row.state == "queued" else None,
    )


def _ahead(row: JobRow) -> tuple[ColumnElement[bool], ...]:
    place = tuple_(job.c.turn, job.c.queued_at, job.c.id)
    return (job.c.state == "queued", place < tuple_(row.turn, row.queued_at, row.id))


def _place(connection: Connection, row: JobRow) -> int:
    waiting = connection.scalar(select(func.count()).select_from(job).where(*_ahead(row)))
    return int(waiting or 0) + 1


def _wait(connection: Connection, row: JobRow, now: datetime) -> float | None:
    if row.state not in ("queued", "running"):
        return None
    mine = _left(connection, row, now)
    if mine is None or row.state == "running":
        return mine
    others = connection.execute(select(job).where(*_ahead(row))).all()
    running = connection.execute(select(job).where(job.c.state == "running")).all()
    waits = [_left(connection, other, now) for other in (*running, *others)]
    if any(wait is None for wait in waits):
        return None
    return mine + sum(wait for wait in waits if wait is not None)


def _left(connection: Connection, row: JobRow, now: datetime) -> float | None:
    usual = usual_seconds(connection, row.kind)
    if usual is None or row.started_at is None:
        return usual
    return max(usual - (now - datetime.fromisoformat(row.started_at)).total_seconds(), 1.0)

"""Fair turns between people, and the time a draft is likely to take. Rows in, numbers out.

A person's next draft gets the turn after her last one, and never one before the turn now being
served: whoever asks for fifty drafts does not make the next person wait for fifty.
"""

from collections.abc import Sequence
from datetime import datetime
from statistics import median

from sqlalchemy import ColumnElement, Connection, func, select

from toile.adapters.jobs.rows import JobRow, stamp
from toile.adapters.jobs.tables import job
from toile.domain.drafts import DraftRequest
from toile.domain.pace import own_seconds

# A batch waits behind everything interactive; far above any number of turns.
BATCH = 1_000_000_000
MEASURED = 20
_PART = " part"
_MADE = select(job.c.id, job.c.kind, job.c.worker, job.c.state, job.c.started_at, job.c.changed_at)


def next_turn(connection: Connection, person: str, *, interactive: bool) -> int:
    """Return the turn of a person's next draft in its class."""
    same = job.c.interactive.is_(interactive)
    served = select(func.max(job.c.turn)).where(same, job.c.started_at.is_not(None))
    mine = select(func.max(job.c.turn)).where(
        same, job.c.person == person, job.c.state.in_(("queued", "running"))
    )
    first = 0 if interactive else BATCH
    return max(connection.scalar(served) or first, connection.scalar(mine) or first) + 1


def kind_of(request: DraftRequest) -> str:
    """Return what makes two drafts take the same time."""
    made = f"{request.generator} {request.quality}{_PART if request.edits else ''}"
    return f"{made} {request.width}x{request.height}"


def usual_seconds(connection: Connection, kind: str, now: datetime) -> float | None:
    """Return what a draft of a kind takes when its worker draws nothing else.

    The median of the newest finished ones; before the first, what as many pixels took at other
    sizes, in parts or whole. ``None`` where there is neither.
    """
    same = _finished(connection, job.c.kind == kind)
    if same:
        return median(seconds for _, seconds in _own(connection, same, now))
    maker, _, size = kind.replace(_PART, "").rpartition(" ")
    akin = _finished(connection, job.c.kind.startswith(f"{maker} ", autoescape=True))
    if not akin:
        return None
    pixel = median(seconds / _pixels(row.kind) for row, seconds in _own(connection, akin, now))
    return pixel * _pixels(size)


def _finished(connection: Connection, which: ColumnElement[bool]) -> Sequence[JobRow]:
    asked = _MADE.where(job.c.state == "finished", job.c.seconds.is_not(None), which)
    return connection.execute(asked.order_by(job.c.changed_at.desc()).limit(MEASURED)).all()


def _own(
    connection: Connection, rows: Sequence[JobRow], now: datetime
) -> list[tuple[JobRow, float]]:
    """Return each finished row with its seconds if all that ran beside it shared its worker."""
    known = {row.id for row in rows}
    first = stamp(min(_span(row, now)[0] for row in rows))
    later = (job.c.state == "running") | (job.c.changed_at > first)
    newest = (
        _MADE.where(job.c.started_at.is_not(None), later)
        .order_by(job.c.changed_at.desc())
        .limit(3 * MEASURED)
    )
    beside = [row for row in connection.execute(newest) if row.id not in known]
    measured: list[tuple[JobRow, float]] = []
    for worker in {row.worker for row in rows}:
        mine = [row for row in (*rows, *beside) if row.worker == worker]
        own = own_seconds([_span(row, now) for row in mine])
        measured += [pair for pair in zip(mine, own, strict=True) if pair[0].id in known]
    return measured


def _span(row: JobRow, now: datetime) -> tuple[datetime, datetime]:
    """Return from when to when a row was drawn; one that is still drawn ends now."""
    begin = datetime.fromisoformat(row.started_at)
    end = now if row.state == "running" else datetime.fromisoformat(row.changed_at)
    # A clock that was set back measures nothing.
    return begin, max(begin, end)


def _pixels(kind: str) -> int:
    wide, _, high = kind.rpartition(" ")[2].partition("x")
    return int(wide) * int(high)

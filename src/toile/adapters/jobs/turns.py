"""Fair turns between people, and the time a draft is likely to take. Rows in, numbers out.

A person's next draft gets the turn after her last one, and never one before the turn now being
served: whoever asks for fifty drafts does not make the next person wait for fifty.
"""

from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import Connection, func, select

from toile.adapters.jobs.rows import stamp
from toile.adapters.jobs.tables import job
from toile.domain.drafts import DraftRequest
from toile.domain.pace import own_seconds

# A batch waits behind everything interactive; far above any number of turns.
BATCH = 1_000_000_000
MEASURED = 20


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
    return f"{request.generator} {request.quality} {request.width}x{request.height}"


def usual_seconds(connection: Connection, kind: str) -> float | None:
    """Return what a draft of a kind takes when its worker draws nothing else.

    The median of the newest finished ones; ``None`` before the first.
    """
    asked = (
        select(job.c.kind, job.c.worker, job.c.seconds, job.c.changed_at)
        .where(job.c.state == "finished", job.c.seconds.is_not(None))
        .order_by(job.c.changed_at.desc())
    )
    newest = connection.execute(asked.where(job.c.kind == kind).limit(MEASURED)).all()
    if not newest:
        return None
    first = min(_span(row.seconds, row.changed_at)[0] for row in newest)
    beside = connection.execute(
        asked.where(job.c.kind != kind, job.c.changed_at > stamp(first)).limit(MEASURED)
    ).all()
    measured: list[float] = []
    for worker in {row.worker for row in newest}:
        rows = [row for row in (*newest, *beside) if row.worker == worker]
        own = own_seconds([_span(row.seconds, row.changed_at) for row in rows])
        measured += [seconds for row, seconds in zip(rows, own, strict=True) if row.kind == kind]
    return median(measured)


def _span(seconds: float, ended: str) -> tuple[datetime, datetime]:
    end = datetime.fromisoformat(ended)
    return end - timedelta(seconds=seconds), end

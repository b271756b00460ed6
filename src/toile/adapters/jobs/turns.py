"""Fair turns between people, and the time a draft is likely to take. Rows in, numbers out.

A person's next draft gets the turn after her last one, and never one before the turn now being
served: whoever asks for fifty drafts does not make the next person wait for fifty.
"""

from statistics import median

from sqlalchemy import Connection, func, select

from toile.adapters.jobs.tables import job
from toile.domain.drafts import DraftRequest

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
    """Return the median of the newest finished drafts of a kind; ``None`` before the first."""
    asked = (
        select(job.c.seconds)
        .where(job.c.kind == kind, job.c.state == "finished", job.c.seconds.is_not(None))
        .order_by(job.c.changed_at.desc())
        .limit(MEASURED)
    )
    measured = connection.scalars(asked).all()
    return median(measured) if measured else None

"""What rows say to a person: where each stands, its place in the queue, how long it may take.

The queue is read once for a whole page: a page asks twice a second.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from heapq import heapify, heappop, heappush

from sqlalchemy import Connection, select

from toile.adapters.jobs.rows import JobRow
from toile.adapters.jobs.tables import job
from toile.adapters.jobs.turns import usual_seconds
from toile.domain.drafts import DraftStatus

_READ = ("id", "kind", "worker", "interactive", "share", "stop", "started_at")
# Until so much of a draft is done, things got ready: that tells little of the rest.
_TELLING = 0.3


@dataclass(frozen=True)
class Queue:
    """The place of each waiting draft and the seconds each unfinished one has still to go.

    ``None`` stands for what nothing measured tells yet.
    """

    places: dict[str, int]
    waits: dict[str, float | None]

    @classmethod
    def read(cls, connection: Connection, now: datetime) -> "Queue":
        """Return the queue as it stands."""
        turns = (job.c.turn, job.c.queued_at, job.c.id)
        wanted = select(*(job.c[name] for name in _READ))
        running = connection.execute(wanted.where(job.c.state == "running")).all()
        queued = connection.execute(wanted.where(job.c.state == "queued").order_by(*turns)).all()
        kinds = {row.kind for row in (*running, *queued)}
        usual = {kind: usual_seconds(connection, kind, now) for kind in kinds}
        beside = {row.id: _beside(row, running) for row in running}
        waits = {row.id: _left(row, usual[row.kind], beside[row.id], now) for row in running}
        most = max(beside.values(), default=1)
        waits |= _in_turn(
            waits.values(), [(row.id, _shared(usual[row.kind], most)) for row in queued]
        )
        return cls({row.id: place for place, row in enumerate(queued, 1)}, waits)

    def status(self, row: JobRow) -> DraftStatus:
        """Return where one draft stands."""
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
            stopping=bool(row.stop),
            queued_at=datetime.fromisoformat(row.queued_at),
            changed_at=datetime.fromisoformat(row.changed_at),
            eta_seconds=self.waits.get(row.id),
            queue_place=self.places.get(row.id),
        )


def _shared(own: float | None, beside: int) -> float | None:
    return None if own is None else own * beside


def _beside(row: JobRow, running: Sequence[JobRow]) -> int:
    """Return among how many its worker is shared: a batch stands back for whoever waits for it."""
    return sum(
        other.worker == row.worker and (other.interactive or not row.interactive)
        for other in running
    )


def _left(row: JobRow, own: float | None, beside: int, now: datetime) -> float | None:
    usual = _shared(own, beside)
    if row.started_at is None:
        return usual
    if row.stop:
        # It ends at its next look, which no measured draft tells.
        return None
    gone = max(0.0, (now - datetime.fromisoformat(row.started_at)).total_seconds())
    if usual is None or gone >= usual:
        # Never measured, or slower than measured: its own progress tells more.
        told = _as_so_far(row.share, gone)
        return told if usual is None else max(min(told or 0.0, gone), 1.0)
    return max(usual - gone, 1.0)


def _as_so_far(share: float, gone: float) -> float | None:
    """Return the seconds left if it goes on as it went, once enough of it is done to tell."""
    return gone * (1 - share) / share if share >= _TELLING else None


def _in_turn(
    running: Collection[float | None], queued: Iterable[tuple[str, float | None]]
) -> dict[str, float | None]:
    """Return in how many seconds each waiting draft is likely done.

    As many are drawn side by side as are now, sharing their worker, and the next begins when the
    first of them ends.
    Behind a kind that was never measured nothing is known.
    """
    lanes = [left for left in running if left is not None]
    known = len(lanes) == len(running)
    heapify(lanes)
    waits: dict[str, float | None] = {}
    for name, usual in queued:
        known = known and usual is not None
        if usual is None or not known:
            waits[name] = None
            continue
        waits[name] = done = (heappop(lanes) if lanes else 0.0) + usual
        heappush(lanes, done)
    return waits

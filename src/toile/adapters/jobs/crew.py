"""The workers alive: each says so every few seconds; one that cannot is dead, and its work goes on.

A process that is gone from this machine is dead at once; one elsewhere when it has not been heard.
"""

import os
import socket
from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Engine, delete, insert, select

from toile.adapters.jobs.rows import changing, looking, stamp
from toile.adapters.jobs.tables import worker

SILENCE = timedelta(seconds=30)


class Crew:
    """This worker's own row, and a look at the others'."""

    def __init__(self, engine: Engine, now: Callable[[], datetime], me: str) -> None:
        self._engine = engine
        self._now = now
        self.me = me

    def beat(self) -> None:
        """Say that this worker lives."""
        with changing(self._engine) as connection:
            connection.execute(delete(worker).where(worker.c.id == self.me))
            connection.execute(
                insert(worker).values(
                    id=self.me, host=socket.gethostname(), pid=os.getpid(), beat=stamp(self._now())
                )
            )

    def leave(self) -> None:
        """Say that this worker is done, so that others need not wait for its silence."""
        with changing(self._engine) as connection:
            connection.execute(delete(worker).where(worker.c.id == self.me))

    def alive(self) -> frozenset[str]:
        """Return the workers heard of lately whose process is not known to be gone."""
        lately = stamp(self._now() - SILENCE)
        with looking(self._engine) as connection:
            rows = connection.execute(select(worker).where(worker.c.beat > lately)).all()
        here = socket.gethostname()
        return frozenset(row.id for row in rows if row.host != here or _runs(row.pid))


def here() -> str:
    """Return the name of this process as one that draws outside the queue."""
    return f"here:{socket.gethostname()}:{os.getpid()}"


def draws_here(name: str | None) -> bool:
    """Say whether a name is that of a living process outside the queue.

    One on another machine is taken to live: only its own machine can tell.
    """
    if name is None or not name.startswith("here:"):
        return False
    _, host, pid = name.split(":")
    return host != socket.gethostname() or _runs(int(pid))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_zombie(pid)


def _is_zombie(pid: int) -> bool:
    # A killed child whose parent has not looked yet still has a process id.
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
            return file.read().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return False

"""The engine's own SQLite file: made ready before it is opened, put aside when it is damaged.

It holds nothing that the rows of jobs do not: every unfinished draft is handed over anew.
"""

import logging
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy.engine import make_url

from toile.domain.errors import ServiceUnavailable

log = logging.getLogger(__name__)


def make_ready(url: str) -> None:
    """Put a damaged file aside and let readers and writers not wait for each other (WAL)."""
    target = make_url(url)
    if target.get_backend_name() != "sqlite" or not target.database:
        return
    file = Path(target.database)
    if not _is_sound(file):
        aside = file.with_name(f"{file.name}.damaged")
        file.replace(aside)
        for ending in ("-wal", "-shm"):
            file.with_name(file.name + ending).unlink(missing_ok=True)
        log.warning("the engine's file was damaged and is begun anew", extra={"kept": aside.name})
        _is_sound(file)


def _is_sound(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(file, timeout=30)) as connection:
            # The mode stays with the file, whoever opens it.
            connection.execute("PRAGMA journal_mode = WAL")
            return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise ServiceUnavailable(
                f"The worker's own file, {file.name}, cannot be opened; every draft still waits.",
                hint=f"The system said: {error}.",
            ) from error
        return False

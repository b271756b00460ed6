"""Reading and writing rows of jobs: one view, one transaction, faults as sentences."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TypeAlias

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, Row, select
from sqlalchemy.exc import DatabaseError

from toile.adapters.jobs.tables import job
from toile.domain.drafts import DraftRequest
from toile.domain.errors import NotFound, ServiceUnavailable

# SQLAlchemy does not type the columns of a Core row.
JobRow: TypeAlias = Row[*tuple[Any, ...]]


def request_of(row: JobRow) -> DraftRequest:
    """Return the request a row holds."""
    try:
        return DraftRequest.model_validate_json(row.body)
    except ValidationError as error:
        raise ServiceUnavailable(
            "This draft was asked for by another version of Toile.", hint="Ask for it again."
        ) from error


def row_of(connection: Connection, draft_id: str) -> JobRow | None:
    """Return the row of a draft, if it was ever asked for."""
    return connection.execute(select(job).where(job.c.id == draft_id)).first()


def existing_row(connection: Connection, draft_id: str) -> JobRow:
    """Return the row of a draft, or refuse by name."""
    row = row_of(connection, draft_id)
    if row is None:
        raise NotFound(f"No draft {draft_id[:12]} was asked for.")
    return row


def stamp(instant: datetime) -> str:
    """Return an instant as UTC text that sorts as time does."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


@contextmanager
def looking(engine: Engine) -> Iterator[Connection]:
    """Open one consistent view of the jobs."""
    with _translated(), engine.connect().execution_options(reading=True) as connection:
        yield connection


@contextmanager
def changing(engine: Engine) -> Iterator[Connection]:
    """Open one transaction on the jobs."""
    with _translated(), engine.begin() as connection:
        yield connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise ServiceUnavailable(
            "The list of drafts could not be read or written.",
            hint=f"The database said: {str(error.orig).splitlines()[0]}",
        ) from error

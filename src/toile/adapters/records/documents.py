"""Values as JSON documents and instants as sortable text: the one way they enter a column."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from pydantic import ValidationError

from toile.domain.errors import ServiceUnavailable
from toile.domain.values import Value

T = TypeVar("T")
V = TypeVar("V", bound=Value)


# A statement takes a limited number of parameters: 32,766 on SQLite, 65,535 on PostgreSQL.
AT_ONCE = 10_000


def parts(values: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield values in parts that fit one statement."""
    for first in range(0, len(values), AT_ONCE):
        yield values[first : first + AT_ONCE]


def as_text(instant: datetime) -> str:
    """Return an instant as UTC text that sorts as time does."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def as_instant(text: str) -> datetime:
    """Return the instant of a stored text."""
    return datetime.fromisoformat(text)


def value_of(kind: type[V], body: str) -> V:
    """Return the value a document holds, or say that the record cannot be read."""
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        raise ServiceUnavailable(
            f"A stored {kind.__name__} does not read as one; it was left as it is.",
            hint="It was changed by hand or by another version of Toile. `toile restore` brings "
            "back a backup.",
        ) from error

"""Values as JSON documents and instants as sortable text: the one way they enter a column."""

from datetime import UTC, datetime
from typing import TypeVar

from pydantic import ValidationError

from toile.domain.errors import ServiceUnavailable
from toile.domain.values import Value

V = TypeVar("V", bound=Value)


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

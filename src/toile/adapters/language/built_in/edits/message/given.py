"""A value that a clause gives to a field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """A value for a field, and the tokens it stands on."""

    field: str
    value: str
    start: int
    end: int

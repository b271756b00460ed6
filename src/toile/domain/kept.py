"""What was reckoned of a value, kept beside it: never part of it, never taken over by a copy.

Belongs here: the keeping. Does not know: what is reckoned.
"""

from typing import Any

from toile.domain.values import Value

NAME = "_kept"


class _Beside:
    """Results for one value; compared by identity, so that equal values stay equal."""

    __slots__ = ("held", "of")

    def __init__(self, of: Value) -> None:
        self.of = of
        self.held: dict[Any, Any] = {}


def kept(value: Value) -> dict[Any, Any]:
    """Return the results kept for this very value; a changed copy begins with none."""
    beside = value.__dict__.get(NAME)
    if beside is None or beside.of is not value:
        beside = value.__dict__[NAME] = _Beside(value)
    return beside.held

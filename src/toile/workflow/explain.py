"""A decision as people read it: cell by cell, with the passages a shot was planned from."""

from toile.domain.casting import Casting
from toile.domain.shots import Reason
from toile.domain.twins import Twin
from toile.domain.values import Value


class MatrixCell(Value):
    """One territory and medium of the use: ``yes``, ``no``, ``ask`` or ``unknown``."""

    territory: str
    medium: str
    answer: str


class Why(Value):
    """Everything behind a shot's decision."""

    casting: Casting
    headline: str
    matrix: tuple[MatrixCell, ...]
    cited: tuple[Reason, ...]
    # Twins that are cleared for this very shot and use, when its own are not.
    instead: tuple[Twin, ...] = ()


def matrix(casting: Casting) -> tuple[MatrixCell, ...]:
    """Return every territory and medium of the use with its answer."""
    usage = casting.usage
    uncovered = {
        (cell.territory, cell.medium) for role in casting.roles for cell in role.decision.uncovered
    }
    otherwise = _overall(casting)
    return tuple(
        MatrixCell(
            territory=territory,
            medium=medium,
            answer="no" if _within((territory, medium), uncovered) else otherwise,
        )
        for territory in usage.territories or ()
        for medium in usage.media or ()
    )


def _overall(casting: Casting) -> str:
    outcomes = {role.decision.outcome for role in casting.refusals if not role.decision.uncovered}
    if "denied" in outcomes:
        return "no"
    if "not_enough_information" in outcomes:
        return "unknown"
    return "ask" if "needs_approval" in outcomes else "yes"


def _within(asked: tuple[str, str], cells: set[tuple[str | None, str | None]]) -> bool:
    territory, medium = asked
    return any(
        (where in (None, territory)) and (what is None or what.startswith(medium))
        for where, what in cells
    )

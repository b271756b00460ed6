"""Rules of ODRL as frozen values: permissions, prohibitions, constraints, duties.

Belongs here: what a policy says. Does not know: RDF, JSON-LD, licences. Names are IRIs.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

ODRL = "http://www.w3.org/ns/odrl/2/"
DutyState = Literal["fulfilled", "violated", "not_set"]


@dataclass(frozen=True, slots=True)
class Constraint:
    """``left operator right``; ``right`` holds one value or several, instants read as such."""

    left: str
    operator: str
    right: tuple[str | datetime, ...]


@dataclass(frozen=True, slots=True)
class Logical:
    """``and``, ``or``, ``xone`` or ``andSequence`` of constraints."""

    operator: str
    parts: tuple["Constraint | Logical", ...]


Condition = Constraint | Logical


@dataclass(frozen=True, slots=True)
class Rule:
    """One permission or prohibition of a policy; ``None`` leaves a side open to anyone."""

    iri: str
    kind: Literal["permission", "prohibition"]
    action: str | None
    target: str | None = None
    assignee: str | None = None
    conditions: tuple[Condition, ...] = ()
    duties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """Who wants to do what with which asset."""

    action: str
    target: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class Situation:
    """The state of the world: the time, memberships, and how duties stand.

    ``facts`` are values of left operands other than the time.
    """

    now: datetime | None = None
    member_of: frozenset[tuple[str, str]] = frozenset()
    duties: tuple[tuple[str, DutyState], ...] = ()
    facts: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ActionTree:
    """``included_in`` by action, and the newer name of actions that are out of use."""

    included_in: dict[str, str]
    same_as: dict[str, str]

    def covers(self, granted: str, asked: str) -> bool:
        """Say whether the granted action contains the asked one."""
        seen: set[str] = set()
        at: str | None = self.same_as.get(asked, asked)
        wanted = self.same_as.get(granted, granted)
        while at is not None and at not in seen:
            if at == wanted:
                return True
            seen.add(at)
            at = self.included_in.get(at)
        return False

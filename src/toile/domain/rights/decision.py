"""The answer: outcome, reasons, uncovered cells, duties, remedies, and the clause behind a yes.

Belongs here: the answer as values. Does not know: how it was reached.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from toile.domain.rights.codes import REASON_ORDER, Gate, Outcome, Reason
from toile.domain.values import Value

_Part = TypeVar("_Part")


@dataclass(frozen=True, slots=True)
class Cell:
    """One territory × medium; ``None`` where the request left that side open."""

    territory: str | None
    medium: str | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason at one gate, with a sentence for a person and where it is written."""

    gate: Gate
    outcome: Outcome
    code: Reason
    say: str
    twin: str = ""
    licence: str = ""
    clause: str = ""
    quote: str = ""
    source: str = ""
    missing: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def place(self) -> tuple[int, int, str, str]:
        """Return the place in the order of gates and reasons."""
        return (self.gate, REASON_ORDER[self.code], self.twin, self.licence)


@dataclass(frozen=True, slots=True)
class Duty:
    """What must be done with the yes; ``by`` is its deadline, ``wording`` by language.

    ``code`` is a ``DutyCode``, or the name that a market's row gives its duty.
    """

    code: str
    say: str
    by: datetime | None = None
    actor: str = ""
    licence: str = ""
    wording: tuple[tuple[str, str], ...] = ()
    icon: str = ""
    visible: bool = False
    machine: bool = False
    source: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way to a yes. ``change`` are new values of request fields; without it others must act.

    ``effort`` orders them: 0 a change of the request, 1 a fact to record, 2 a question to the
    agent, 3 money.
    """

    kind: str
    say: str
    answers: Reason
    effort: int
    change: dict[str, Any] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ground:
    """What gives a yes: the licence, its clause, and the cells it answers for."""

    twin: str
    licence: str
    version: int
    clause: str
    quote: str
    cells: int


class Decision(Value):
    """An answer for one request at one instant; never a ticket, ask anew at every stage."""

    outcome: Outcome
    reason: Reason
    findings: tuple[Finding, ...] = ()
    uncovered: tuple[Cell, ...] = ()
    duties: tuple[Duty, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    grounds: tuple[Ground, ...] = ()
    notes: tuple[str, ...] = ()
    valid_until: datetime
    decided_at: datetime
    request_digest: str
    rules_version: str

    @property
    def allowed(self) -> bool:
        """Say whether the answer is a yes, with duties or without."""
        return self.outcome.yes

    @property
    def say(self) -> str:
        """Return the answer as one sentence for a person."""
        return self.findings[0].say if self.findings else "Cleared."

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return every reason once, the primary one first."""
        return tuple(dict.fromkeys((self.reason, *(finding.code for finding in self.findings))))

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the names of facts or consent elements that are missing."""
        return tuple(dict.fromkeys(name for f in self.findings for name in f.missing))

    @property
    def used_licences(self) -> tuple[str, ...]:
        """Return the licences that give the yes."""
        return tuple(dict.fromkeys(ground.licence for ground in self.grounds))


def strictest(first: Decision, *others: Decision) -> Decision:
    """Return the answer to uses that go together: one that is not a yes stops them all.

    Of several noes the strongest; a yes carries the duties and rests on the grounds of all.
    """
    every = (first, *others)
    worst = min(every, key=lambda one: one.outcome.strength)
    if not others or not worst.allowed:
        return worst
    return worst.model_copy(
        update={
            "duties": _each(duty for one in every for duty in one.duties),
            "grounds": _each(ground for one in every for ground in one.grounds),
            "notes": _each(note for one in every for note in one.notes),
            "valid_until": min(one.valid_until for one in every),
        }
    )


def _each(things: Iterable[_Part]) -> tuple[_Part, ...]:
    return tuple(dict.fromkeys(things))

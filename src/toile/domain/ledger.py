"""The ledger: every decision and use as a link of a chain that shows any cut, swap or edit.

Belongs here: what one entry holds, how it is linked, how a chain is checked. Does not: where it is
kept, or the clock. An entry's ``digest`` covers its own place, its facts and the digest before it.
"""

from collections.abc import Iterable
from typing import Any

from pydantic import Field

from toile.domain.days import Instant
from toile.domain.values import Value

START = "0" * 64


class LedgerFact(Value):
    """What happened: ``what`` is one word of the trade (drafted, refused, exported, revoked …).

    ``details`` holds plain JSON; ``picture`` is the hash of the picture, where there is one.
    """

    what: str
    at: Instant
    by: str
    brand: str = ""
    twins: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    board: str = ""
    shot: str = ""
    draft: str = ""
    picture: str = ""
    action: str = ""
    outcome: str = ""
    reason: str = ""
    say: str = ""
    decisions: tuple[str, ...] = ()
    earned_minor: int | None = None
    currency: str = ""
    details: dict[str, Any] = Field(default_factory=dict)


class LedgerEntry(Value):
    """One link: its number from 1, the fact, the digest before it and its own."""

    number: int
    fact: LedgerFact
    previous: str
    hash: str


class Break(Value):
    """The first entry where a chain no longer holds, and why."""

    number: int
    why: str


def link(number: int, fact: LedgerFact, previous: str) -> LedgerEntry:
    """Return the entry that joins a fact to the chain."""
    return LedgerEntry(
        number=number, fact=fact, previous=previous, hash=_hash(number, fact, previous)
    )


def append(last: LedgerEntry | None, fact: LedgerFact) -> LedgerEntry:
    """Return the entry that follows ``last``, or the first one."""
    if last is None:
        return link(1, fact, START)
    return link(last.number + 1, fact, last.hash)


def verify(
    entries: Iterable[LedgerEntry], *, head: str | None = None, length: int | None = None
) -> Break | None:
    """Return the first broken link, or ``None`` for a whole chain.

    A chain cut at its end still links up, so compare it with the ``head`` and ``length`` that were
    noted elsewhere.
    """
    previous, number = START, 0
    for entry in entries:
        number += 1
        if found := _broken(entry, number, previous):
            return found
        previous = entry.hash
    if length is not None and number != length:
        return Break(number=number + 1, why=f"{length} entries were noted, {number} are here")
    if head is not None and previous != head:
        return Break(number=number, why="the last entry is not the one that was noted")
    return None


def _broken(entry: LedgerEntry, number: int, previous: str) -> Break | None:
    if entry.number != number:
        return Break(
            number=number, why=f"entry {number} is missing; {entry.number} is in its place"
        )
    if entry.previous != previous:
        return Break(number=number, why="it does not follow the entry before it")
    if entry.hash != _hash(entry.number, entry.fact, entry.previous):
        return Break(number=number, why="its facts were changed after it was written")
    return None


def _hash(number: int, fact: LedgerFact, previous: str) -> str:
    return _Link(number=number, fact=fact, previous=previous).digest()


class _Link(Value):
    number: int
    fact: LedgerFact
    previous: str

"""Units of licences around a release: set aside first, counted once it is done, else given back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from toile.domain.ids import LicenceId
from toile.domain.ledger import LedgerFact
from toile.domain.licences import Licence
from toile.workflow.ports import Clock, Counts

# Long enough to write and read back a large file; a killed release frees its units after it.
HELD = timedelta(minutes=15)


@dataclass
class Aside:
    """What one release has set aside so far."""

    counts: Counts
    clock: Clock
    action: str
    held: list[tuple[LicenceId, str]] = field(default_factory=list)

    def record(self, facts: Sequence[LedgerFact]) -> None:
        """Count what was taken together with what the ledger says of it, in one step."""
        self.counts.record(self.held, facts)
        self.held.clear()

    def take(self, licences: Sequence[Licence], key: str) -> bool:
        """Set a unit of every licence that counts this action aside, or none and say so."""
        until = self.clock.now() + HELD
        mine: list[LicenceId] = []
        for licence in licences:
            if not counts_action(licence, self.action):
                continue
            if not self.counts.reserve(licence.id, key, 1, until):
                for name in mine:
                    self.counts.release(name, key)
                return False
            mine.append(licence.id)
        self.held.extend((name, key) for name in mine)
        return True


@dataclass(frozen=True)
class CountUnits:
    """Count what leaves the studio against its licences; the same key never counts twice."""

    counts: Counts
    clock: Clock

    @contextmanager
    def aside(self, action: str) -> Iterator[Aside]:
        """Give back what was taken and not recorded when the block ends."""
        taken = Aside(self.counts, self.clock, action)
        try:
            yield taken
        finally:
            for licence, key in taken.held:
                self.counts.release(licence, key)


def counts_action(licence: Licence, action: str) -> bool:
    """Say whether a licence counts an action at all."""
    return any(grant.count and action in grant.count.counts_on for grant in licence.grants)

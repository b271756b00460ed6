"""The owner's side: what my twin was used for, what it earned, and stopping it."""

from dataclasses import dataclass

from toile.domain.errors import NotFound
from toile.domain.ids import DraftId, LicenceId, TwinId
from toile.domain.ledger import LedgerEntry, LedgerFact
from toile.domain.licences import Licence
from toile.domain.twins import Twin
from toile.domain.values import Value
from toile.workflow.ports import Clock, Drafts, Jobs, Ledger, Registry
from toile.workflow.values import DraftLine


class OwnerView(Value):
    """Everything that happened with one twin, newest first."""

    twin: Twin
    licences: tuple[Licence, ...]
    uses: tuple[LedgerEntry, ...]
    drafts: tuple[DraftLine, ...]

    @property
    def drafted(self) -> int:
        """Return how many pictures were drafted."""
        return sum(entry.fact.what == "drafted" for entry in self.uses)

    @property
    def exported(self) -> int:
        """Return how many pictures left a studio."""
        return sum(entry.fact.what == "exported" for entry in self.uses)

    @property
    def refused(self) -> int:
        """Return how often a use was refused."""
        return sum(entry.fact.what == "refused" for entry in self.uses)


class Withdrawal(Value):
    """What a withdrawal stopped, and what is left to take down."""

    licence: str
    stopped: tuple[DraftId, ...]
    quarantined: tuple[DraftId, ...]


@dataclass(frozen=True)
class Owner:
    """For the model or agent."""

    registry: Registry
    drafts: Drafts
    ledger: Ledger
    jobs: Jobs
    clock: Clock

    def view(self, twin_id: str) -> OwnerView:
        """Return what a twin was used for, by whom, where and under which clause."""
        twin = next((one for one in self.registry.twins() if one.id == twin_id), None)
        if twin is None:
            raise NotFound(f"No twin {twin_id!r} is on file.", hint="See `toile twins list`.")
        return OwnerView(
            twin=twin,
            licences=self.registry.licences((twin.id,)),
            uses=tuple(reversed(self.ledger.entries(twin=twin.id))),
            drafts=self.drafts.listed(twin=twin.id),
        )

    def revoke(self, licence: str, *, by: str, reason: str = "") -> Withdrawal:
        """Stop a licence now: running drafts stop, its pictures are quarantined, all recorded."""
        found = self._licence(licence)
        now = self.clock.now()
        self.registry.revoke(LicenceId(licence), now)
        lines = [line for line in self.drafts.listed(twin=found.twin) if licence in line.licences]
        stopped = self._stop(found.twin)
        why = f"The licence {licence} was withdrawn{f': {reason}' if reason else ''}."
        quarantined = tuple(line.id for line in lines if line.state == "finished")
        self.drafts.quarantine(quarantined, why)
        self.ledger.append(
            LedgerFact(
                what="revoked",
                at=now,
                by=by,
                brand=found.licensee,
                twins=(found.twin,),
                licences=(licence,),
                say=why,
                details={"quarantined": list(quarantined), "stopped": list(stopped)},
            )
        )
        return Withdrawal(licence=licence, stopped=stopped, quarantined=quarantined)

    def _licence(self, licence: str) -> Licence:
        twins = tuple(twin.id for twin in self.registry.twins())
        for found in self.registry.licences(twins):
            if found.id == licence:
                return found
        raise NotFound(f"No licence {licence!r} is on file.")

    def _stop(self, twin: TwinId) -> tuple[DraftId, ...]:
        going = self.jobs.under_way(twin)
        for status in going:
            self.jobs.cancel(status.id)
        return tuple(status.id for status in going)

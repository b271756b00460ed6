"""Lift a pause: the licence holds again, and its pictures come back unless another bars them."""

from dataclasses import dataclass

from toile.domain.errors import CommandRefused, NotFound
from toile.domain.ids import DraftId
from toile.domain.ledger import LedgerFact
from toile.domain.licences import Licence, Revocation
from toile.domain.rights.party_gate import in_effect
from toile.workflow.ports import Clock, Drafts, Ledger, Registry
from toile.workflow.values import DraftLine


@dataclass(frozen=True)
class LiftPause:
    """Undo a pause; a withdrawal is for good."""

    registry: Registry
    drafts: Drafts
    ledger: Ledger
    clock: Clock

    def __call__(self, licence: str, *, by: str) -> tuple[DraftId, ...]:
        """Return the pictures that may be shown again; all of it is recorded."""
        found, now = self._licence(licence), self.clock.now()
        pause = _pause(found)
        if in_effect(found, now):
            self.registry.revoke(
                found.id, pause.effective, kind="suspended", until=now, reason="lifted by the owner"
            )
        back = tuple(line.id for line in self._locked_away(found) if self._is_free(found, line))
        self.drafts.bring_back(back)
        self.ledger.append(
            LedgerFact(
                what="pause lifted",
                at=now,
                by=by,
                brand=found.licensee,
                twins=(found.twin,),
                licences=(licence,),
                say=f"The pause of the licence {licence} was lifted.",
                details={"brought_back": list(back)},
            )
        )
        return back

    def _licence(self, licence: str) -> Licence:
        twins = tuple(twin.id for twin in self.registry.twins())
        for found in self.registry.licences(twins):
            if found.id == licence:
                return found
        raise NotFound(f"No licence {licence!r} is on file.")

    def _locked_away(self, licence: Licence) -> tuple[DraftLine, ...]:
        """Return the pictures that a pause took out of sight and that were not destroyed since."""
        destroyed = {
            draft
            for entry in self.ledger.entries(twin=licence.twin)
            if entry.fact.what == "deleted"
            for draft in entry.fact.details.get("pictures", ())
        }
        return tuple(
            line
            for line in self.drafts.listed(twin=licence.twin)
            if line.state == "quarantined"
            and licence.id in line.licences
            and " was suspended" in line.reason
            and line.id not in destroyed
        )

    def _is_free(self, licence: Licence, line: DraftLine) -> bool:
        """Say whether no other licence of the picture is withdrawn or paused."""
        now = self.clock.now()
        return not any(
            in_effect(one, now)
            for one in self.registry.licences(line.twins)
            if one.id in line.licences and one.id != licence.id
        )


def _pause(licence: Licence) -> Revocation:
    """Return the pause of a licence; raises where there is none, or a withdrawal instead."""
    if licence.revocation is None:
        raise CommandRefused(f"The licence {licence.id} is not paused.")
    if licence.revocation.kind == "revoked":
        raise CommandRefused(
            f"The licence {licence.id} was withdrawn for good.",
            hint="A new licence has to be signed.",
        )
    return licence.revocation

"""What an owner offers, and what is destroyed at her word: terms and derived pictures."""

from dataclasses import dataclass

from toile.domain.errors import BadInput, NotFound
from toile.domain.ids import LicenceId, TwinId
from toile.domain.ledger import LedgerFact
from toile.domain.licences import Licence
from toile.domain.rights.offering import offer_conflicts
from toile.domain.values import Value
from toile.workflow.ports import Clock, Drafts, Images, KeptOriginals, Ledger, Registry, WorldFacts


class Offer(Value):
    """Terms put to a brand, or why they may not be: ``conflicts`` are other brands' claims."""

    licence: str | None
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True)
class OwnerOffers:
    """Offer, and delete."""

    registry: Registry
    facts: WorldFacts
    drafts: Drafts
    images: Images
    originals: KeptOriginals
    ledger: Ledger
    clock: Clock

    def offer(self, licence: str, *, to: str, by: str) -> Offer:
        """Offer the terms of a licence to another brand, a rival too, where no claim stands.

        An offer grants nothing until it is signed as an agreement.
        """
        terms = self._licence(licence)
        if terms.licensee == to:
            raise BadInput(f"{to} holds these terms already.", hint="Name another brand.")
        draft = terms.model_copy(
            update={
                "id": LicenceId(self.clock.new_id("lic")),
                "version": 1,
                "kind": "offer",
                "licensee": to,
                "sublicensees": (),
                "supersedes": (),
                "revocation": None,
                "document_hash": "",
            }
        )
        now = self.clock.now()
        found = offer_conflicts(draft, self.facts.world((draft.twin,)), now)
        if found:
            return Offer(licence=None, conflicts=tuple(finding.say for finding in found))
        self.registry.put(draft)
        self._note("offered", draft, by, f"The terms of {licence} were offered to {to}.")
        return Offer(licence=draft.id)

    def delete_drafts(self, licence: str, *, by: str) -> int:
        """Destroy the pictures in quarantine under a licence; return how many, and record it."""
        terms = self._licence(licence)
        lines = [
            line
            for line in self.drafts.listed(twin=terms.twin)
            if licence in line.licences and line.state == "quarantined"
        ]
        for line in lines:
            for image in (line.image, line.preview, line.thumbnail):
                self.images.forget(image)
        self.originals.forget([line.id for line in lines])
        said = f"{len(lines)} pictures made under {licence} were destroyed."
        self._note("deleted", terms, by, said, pictures=[line.id for line in lines])
        return len(lines)

    def _licence(self, licence: str) -> Licence:
        twins: tuple[TwinId, ...] = tuple(twin.id for twin in self.registry.twins())
        for found in self.registry.licences(twins):
            if found.id == licence:
                return found
        raise NotFound(f"No licence {licence!r} is on file.")

    def _note(self, what: str, licence: Licence, by: str, say: str, **details: object) -> None:
        self.ledger.append(
            LedgerFact(
                what=what,
                at=self.clock.now(),
                by=by,
                brand=licence.licensee,
                twins=(licence.twin,),
                licences=(licence.id,),
                say=say,
                details=details,
            )
        )

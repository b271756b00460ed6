"""Delete the sealed clean pictures that nothing may start from any more."""

from dataclasses import dataclass
from datetime import datetime

from toile.domain.days import end_of
from toile.domain.ids import DraftId
from toile.domain.licences import Licence
from toile.workflow.ports import Clock, Drafts, KeptOriginals, Registry


@dataclass(frozen=True)
class SweepOriginals:
    """Keep those of drafts on file whose licences all run, paused ones too."""

    sealed: KeptOriginals
    drafts: Drafts
    registry: Registry
    clock: Clock

    def __call__(self) -> int:
        """Return how many were deleted: of no draft, or of a licence that ended or is not here."""
        now = self.clock.now()
        twins = tuple(twin.id for twin in self.registry.twins())
        running = {one.id for one in self.registry.licences(twins) if not _over(one, now)}

        def holds(draft: DraftId, licences: tuple[str, ...]) -> bool:
            return set(licences) <= running and self.drafts.line(draft) is not None

        return self.sealed.sweep(holds)


def _over(licence: Licence, now: datetime) -> bool:
    ending, term = licence.revocation, licence.term
    if ending is not None and ending.kind == "revoked" and ending.effective <= now:
        return True
    if term is None or term.end is None or term.tz is None:
        # Whether it holds is decided at every use.
        return False
    return end_of(term.end, term.tz) <= now

"""Keep a twin's likeness for painting: sealed under a licence that is on file for that twin.

Belongs here: that nobody's face is kept without an agreement. Does not: how it is sealed.
"""

from dataclasses import dataclass

from toile.domain.errors import NotFound
from toile.domain.ids import LicenceId, TwinId
from toile.domain.painting import KeptLikeness, LikenessKind
from toile.workflow.ports import Clock, Registry, TwinVault


@dataclass(frozen=True)
class KeepLikeness:
    """Seal one picture, or a twin's own weights."""

    registry: Registry
    vault: TwinVault
    clock: Clock

    def __call__(
        self, twin: TwinId, licence: LicenceId, data: bytes, kind: LikenessKind
    ) -> KeptLikeness:
        """Return what is kept now; refuses a licence that is not this twin's."""
        on_file = [found.id for found in self.registry.licences((twin,)) if found.twin == twin]
        if licence not in on_file:
            known = ", ".join(on_file) or "none"
            raise NotFound(f"{twin} has no licence {licence} on file.", hint=f"On file: {known}.")
        return self.vault.keep(twin, licence, data, self.clock.now(), kind)

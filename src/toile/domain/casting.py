"""Casting: who plays each role in which shot, and whether they may.

``Casting.clear`` is the only maker of a ``ClearedCasting``, and a ``ClearedCasting`` is the only
key to ``draft_shot``. It is a ticket to ask, not a yes: the drafting verb decides again.
"""

from toile.domain.brief import Usage
from toile.domain.ids import BrandId, ShotId, TwinId
from toile.domain.rights import Decision
from toile.domain.values import Value


class Role(Value):
    """One twin in one shot, with the decision for this use."""

    twin: TwinId
    name: str
    decision: Decision


class ClearedCasting(Value):
    """That every role in a shot was decided, and that every decision was a yes."""

    shot: ShotId
    brand: BrandId
    usage: Usage
    twins: tuple[TwinId, ...]
    decisions: tuple[str, ...]


class Casting(Value):
    """The roles of one shot and their decisions, yes or no."""

    shot: ShotId
    brand: BrandId
    usage: Usage
    roles: tuple[Role, ...] = ()

    @property
    def refusals(self) -> tuple[Role, ...]:
        """Return the roles that may not be drafted."""
        return tuple(role for role in self.roles if not role.decision.allowed)

    def clear(self) -> ClearedCasting | None:
        """Return the key to the drafting verb, or ``None`` while any role is refused."""
        if self.refusals:
            return None
        return ClearedCasting(
            shot=self.shot,
            brand=self.brand,
            usage=self.usage,
            twins=tuple(role.twin for role in self.roles),
            decisions=tuple(role.decision.digest() for role in self.roles),
        )

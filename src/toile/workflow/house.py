"""Who works in this house, and what each role may do: what an admin looks up."""

from dataclasses import dataclass

from toile.domain.people import Person, Role, VerbTable
from toile.workflow.ports import People


@dataclass(frozen=True)
class House:
    """Look up people and roles."""

    listed: People
    table: VerbTable

    def people(self) -> tuple[Person, ...]:
        """Return everybody on the list; nobody in a studio of one, which has none."""
        return self.listed.everybody()

    def roles(self) -> dict[str, frozenset[Role]]:
        """Return what may be done, in words, with the roles that may."""
        held: dict[str, frozenset[Role]] = {}
        for row in (*self.table.verbs.values(), *self.table.acts.values()):
            held[row.says] = held.get(row.says, frozenset()) | frozenset(row.roles)
        return held

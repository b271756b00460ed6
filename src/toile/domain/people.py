"""Who may do what: people with roles, the table of verbs, and the one question asked of both.

Belongs here: the rule. Does not: where people are kept, how they sign in, or which board a picture
is of. A role counts where it reaches: in the person's own brands, or on the owner's own twins.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, Self

from pydantic import model_validator

from toile.domain.values import Value

EVERY = "*"


class Role(StrEnum):
    """What somebody is here for."""

    DIRECTOR = "director"
    STYLIST = "stylist"
    PRODUCER = "producer"
    REVIEWER = "reviewer"
    OWNER = "owner"
    ADMIN = "admin"


NAMES = {
    Role.DIRECTOR: "a director",
    Role.STYLIST: "a stylist",
    Role.PRODUCER: "a producer",
    Role.REVIEWER: "a reviewer",
    Role.OWNER: "the owner of the twin",
    Role.ADMIN: "an admin",
}


class Person(Value):
    """Somebody at a screen: ``brands`` and ``twins`` are where the roles reach, ``*`` everywhere.

    ``id`` is how they sign in; ``name`` is what the record of who did what says.
    """

    id: str
    name: str
    brands: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    twins: tuple[str, ...] = ()

    @property
    def everywhere(self) -> bool:
        """Say whether nothing here is shut to this person: a studio of one."""
        return EVERY in self.brands and EVERY in self.twins and set(self.roles) == set(Role)

    def works_for(self, brand: str | None) -> bool:
        """Say whether this person works for a brand; what has no brand needs the whole house."""
        return EVERY in self.brands or (bool(brand) and brand in self.brands)

    def owns(self, twins: tuple[str, ...]) -> bool:
        """Say whether one of the twins is this person's."""
        return bool(twins) and (EVERY in self.twins or any(one in self.twins for one in twins))


def alone(name: str) -> Person:
    """Return the person of a studio of one, who holds every role everywhere."""
    return Person(id=name, name=name, brands=(EVERY,), roles=tuple(Role), twins=(EVERY,))


class VerbRow(Value):
    """One verb: the roles that may do it, and the argument that says whose thing it is about.

    ``of`` is ``house`` where it is about nobody's thing; ``says`` completes "may not …".
    """

    of: Literal[
        "house", "board", "board_id", "draft", "brand", "document", "twin", "twin_id", "licence"
    ]
    says: str
    roles: tuple[Role, ...]

    @model_validator(mode="after")
    def _somebody_may(self) -> Self:
        if not self.roles:
            raise ValueError("a verb that nobody may do has no row")
        return self


class VerbTable(Value):
    """Every verb that a person can ask for, by name; a verb of a part as ``part.verb``.

    ``acts`` are done beside the studio: on the ledger, the shelf, the data folder.
    """

    verbs: Mapping[str, VerbRow]
    acts: Mapping[str, VerbRow]

    def parts(self) -> frozenset[str]:
        """Return the parts that verbs are grouped in."""
        return frozenset(name.partition(".")[0] for name in self.verbs if "." in name)


@dataclass(frozen=True)
class Subject:
    """Whose a thing is: the brand it belongs to and the twins in it, as far as it has any."""

    brand: str | None = None
    twins: tuple[str, ...] = ()


@dataclass(frozen=True)
class Allowed:
    """A yes, and the role it rests on."""

    role: Role


@dataclass(frozen=True)
class Refused:
    """A no: the sentence, who can, and whether the thing lies outside this person's sight."""

    why: str
    who_can: tuple[Role, ...]
    elsewhere: bool = False


def may(person: Person, row: VerbRow, subject: Subject) -> Allowed | Refused:
    """Say whether a person may do what a row of the table names, to a thing of that brand."""
    held = [role for role in person.roles if role in row.roles]
    if not held:
        mine = " or ".join(NAMES[role] for role in person.roles) or "somebody without a role"
        return Refused(f"As {mine} you may not {row.says}.", row.roles)
    for role in held:
        if person.everywhere or row.of == "house" or _reaches(person, role, subject):
            return Allowed(role)
    return Refused("It belongs to another brand.", row.roles, elsewhere=True)


def who_can(refused: Refused) -> str:
    """Return whom to ask, in words."""
    names = [NAMES[role] for role in refused.who_can]
    said = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
    return f"Ask {said}."


def _reaches(person: Person, role: Role, subject: Subject) -> bool:
    if role is Role.OWNER:
        return person.owns(subject.twins)
    return person.works_for(subject.brand)

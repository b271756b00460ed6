"""Where a picture runs: ISO 3166 codes, groups of them, and codes that depend on a parent.

Belongs here: expansion, containment and overlap of territories. Does not know: licences.
A subdivision such as ``US-NY`` is part of ``US``; a dependent code such as ``PR`` is not.
"""

from toile.domain.kept import kept
from toile.domain.values import Value

WORLD = "WORLD"


class Territories(Value):
    """Countries with names, groups that may nest, dependents by parent, and other spellings."""

    version: str
    names: dict[str, str]
    groups: dict[str, tuple[str, ...]]
    group_names: dict[str, str] = {}
    dependent: dict[str, str]
    aliases: dict[str, str] = {}

    def _groups(self) -> dict[str, frozenset[str]]:
        known = kept(self).get("groups")
        if known is None:
            names = (*self.groups, WORLD)
            known = {name: frozenset(self._members(name, ())) for name in names}
            kept(self)["groups"] = known
        return known

    def _members(self, name: str, seen: tuple[str, ...]) -> set[str]:
        if name == WORLD:
            return {*self.names, *self.dependent}
        if name in seen:
            return set()
        if name not in self.groups:
            return {name}
        found: set[str] = set()
        for member in self.groups[name]:
            found |= self._members(member, (*seen, name))
        return found

    def code(self, given: str) -> str:
        """Return the canonical code of a territory or group."""
        upper = given.strip().upper()
        return self.aliases.get(upper, upper)

    def expand(self, given: tuple[str, ...]) -> frozenset[str]:
        """Return the country codes that the given codes and groups stand for."""
        found: set[str] = set()
        groups = self._groups()
        for one in given:
            code = self.code(one)
            found |= groups.get(code) or {code}
        return frozenset(found)

    def parent(self, code: str) -> str | None:
        """Return the parent of a dependent code, or ``None``."""
        return self.dependent.get(code)

    def name(self, code: str) -> str:
        """Return what people call the territory."""
        known = self.names.get(code) or self.group_names.get(code)
        return known or ("worldwide" if code == WORLD else code)

    def called(self) -> dict[str, str]:
        """Return what people call each territory and group, by its code or another spelling."""
        aliases = {alias: self.name(code) for alias, code in self.aliases.items()}
        return {WORLD: self.name(WORLD), **aliases, **self.group_names, **self.names}

    def compress(self, codes: frozenset[str], asked: tuple[str, ...]) -> tuple[str, ...]:
        """Return ``codes`` in the words of the request: a group whole where all of it is named."""
        left, said = set(codes), []
        for one in asked:
            members = self.expand((one,))
            if len(members) > 1 and members <= codes:
                said.append(self.code(one))
                left -= members
        return (*said, *sorted(left))


def contains(have: frozenset[str], code: str) -> bool:
    """Say whether the codes contain the whole of one code."""
    return code in have or ("-" in code and code.split("-")[0] in have)


def overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether two sets of codes share any place, a country's parts included."""
    if not one.isdisjoint(other):
        return True
    return _part_of(one, other) or _part_of(other, one)


def _part_of(some: frozenset[str], whole: frozenset[str]) -> bool:
    return any("-" in code and code.split("-")[0] in whole for code in some)

"""A tree of dot paths as data: which leaves a path stands for, and what people call it.

Belongs here: expansion of paths. Does not know: who may do what.
"""

from toile.domain import paths
from toile.domain.kept import kept
from toile.domain.values import Value


class Tree(Value):
    """The leaves of one tree with their labels; a parent covers its children.

    A path that the tree does not know stands for itself, so a child unknown to the tree is still
    covered by its parent.
    """

    version: str
    labels: dict[str, str]

    def _leaves(self) -> dict[str, frozenset[str]]:
        known = kept(self).get("leaves")
        if known is None:
            known = kept(self)["leaves"] = self._found_leaves()
        return known

    def _found_leaves(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {paths.ALL: set()}
        for path in self.labels:
            if any(other.startswith(path + ".") for other in self.labels):
                continue
            parts = path.split(".")
            found[paths.ALL].add(path)
            for depth in range(1, len(parts) + 1):
                found.setdefault(".".join(parts[:depth]), set()).add(path)
        return {path: frozenset(leaves) for path, leaves in found.items()}

    def leaves(self, path: str) -> frozenset[str]:
        """Return the leaves that ``path`` stands for."""
        known = self._leaves().get(path)
        return known if known is not None else frozenset((path,))

    def knows(self, path: str) -> bool:
        """Say whether the path is in the tree, as a leaf or above one."""
        return path in self._leaves()

    def expand(self, given: tuple[str, ...]) -> frozenset[str]:
        """Return every leaf of the given paths, and the paths themselves."""
        found: set[str] = set(given)
        for path in given:
            found |= self.leaves(path)
        return frozenset(found)

    def contains(self, given: tuple[str, ...], asked: str) -> bool:
        """Say whether the given paths together contain the whole of ``asked``."""
        if paths.any_covers(given, asked):
            return True
        leaves = self.leaves(asked)
        return leaves != {asked} and all(paths.any_covers(given, leaf) for leaf in leaves)

    def label(self, path: str) -> str:
        """Return what people call the path."""
        return self.labels.get(path) or path.replace(".", " ").replace("_", " ")

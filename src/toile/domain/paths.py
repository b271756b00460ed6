"""Dot paths of a tree: ``digital.social`` contains ``digital.social.paid``.

Belongs here: containment and overlap of paths. Does not know: media, products or licences.
"""

from collections.abc import Iterable

ALL = "ALL"


def covers(parent: str, child: str) -> bool:
    """Say whether ``parent`` contains the whole of ``child``."""
    return parent in (child, ALL) or child.startswith(parent + ".")


def overlaps(one: str, other: str) -> bool:
    """Say whether the two paths share anything."""
    return covers(one, other) or covers(other, one)


def any_covers(parents: Iterable[str], child: str) -> bool:
    """Say whether one of ``parents`` contains ``child``."""
    return any(covers(parent, child) for parent in parents)


def any_overlaps(paths: Iterable[str], other: str) -> bool:
    """Say whether one of ``paths`` shares anything with ``other``."""
    return any(overlaps(path, other) for path in paths)

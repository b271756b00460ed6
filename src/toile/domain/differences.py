"""What changed between two versions of a shot, in words that stand beside the two pictures.

Belongs here: the comparison. Does not: where versions are kept, or how they look.
"""

from collections.abc import Sequence

from toile.domain.board import Version
from toile.domain.editing import LISTS, said
from toile.domain.shots import Shot
from toile.domain.twins import NoTwin
from toile.domain.values import Value

_SILENT = frozenset({"id", "no", "reasons", "locked", "talent", "title"})
NOTHING = "nothing"


class Difference(Value):
    """One thing that is not as it was; ``was`` and ``now`` are said, never empty."""

    what: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"{self.what}: {self.was} → {self.now}"


def differences(
    before: Version, after: Version, names: dict[str, str] | None = None
) -> tuple[Difference, ...]:
    """Return what differs, people first; ``names`` say twins as people know them."""
    found = []
    old, new = (_people(version, names or {}) for version in (before, after))
    if old != new:
        found.append(Difference(what="People", was=old, now=new))
    fields = [field for field in Shot.model_fields if field not in _SILENT]
    for field in fields:
        was, now = getattr(before.shot, field), getattr(after.shot, field)
        if was != now:
            found.append(_difference(field, was, now))
    if not found and (before.seed, before.style) != (after.seed, after.style):
        found.append(Difference(what="Take", was=str(before.seed), now=str(after.seed)))
    return tuple(found)


def kept(before: Version, after: Version, fields: Sequence[str]) -> tuple[str, ...]:
    """Return which of the named fields are the same in both, as people say them."""
    return tuple(
        said(field) for field in fields if getattr(before.shot, field) == getattr(after.shot, field)
    )


def _difference(field: str, was: object, now: object) -> Difference:
    if field in LISTS and isinstance(was, tuple) and isinstance(now, tuple):
        gone = tuple(item for item in was if item not in now)
        come = tuple(item for item in now if item not in was)
        was, now = (gone, come) if gone or come else (was, now)
    return Difference(what=said(field).capitalize(), was=_words(was), now=_words(now))


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or NOTHING
    return str(value) if value not in (None, "") else NOTHING


def _people(version: Version, names: dict[str, str]) -> str:
    cast = [names.get(one, one) for one in version.cast if not isinstance(one, NoTwin)]
    return ", ".join(cast) or ", ".join(version.shot.talent) or "nobody"

"""Titles told apart: two shots of one view are named by what differs, or by number."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

from toile.domain.shots import Shot

_DIFFER: tuple[Callable[[Shot], str | None], ...] = (
    lambda shot: shot.look,
    lambda shot: shot.set,
    lambda shot: shot.light,
    lambda shot: shot.garments[0] if shot.garments else None,
)


def told_apart(shots: Sequence[Shot]) -> list[Shot]:
    """Return the shots with no title twice: "Eye to eye, beach" and "Eye to eye, stairs"."""
    alike: dict[str, list[Shot]] = defaultdict(list)
    for shot in shots:
        if shot.title:
            alike[shot.title].append(shot)
    named = {
        shot.id: f"{title}, {what}" if what else title
        for title, some in alike.items()
        for shot, what in zip(some, _differences(some), strict=True)
    }
    return [shot.with_(title=named.get(shot.id, shot.title)) for shot in shots]


def _differences(some: Sequence[Shot]) -> list[str]:
    if len(some) == 1:
        return [""]
    for differ in _DIFFER:
        said = [differ(shot) or "" for shot in some]
        if all(said) and len(set(said)) == len(some):
            return said
    said = [shot.garments[0] if shot.garments else "" for shot in some]
    return _numbered(said) if all(said) and len(set(said)) > 1 else _numbered([""] * len(some))


def _numbered(said: Sequence[str]) -> list[str]:
    """Return each told by its words, and by number where they come again: "camel coat, 2"."""
    times: Counter[str] = Counter()
    told: list[str] = []
    for words in said:
        times[words] += 1
        number = str(times[words]) if times[words] > 1 else ""
        told.append(", ".join(part for part in (words, number) if part))
    return told

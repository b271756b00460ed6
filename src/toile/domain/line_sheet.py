"""The line sheet: which look is in which shot, and where one look is not the same twice.

A look is named by the director (``Shot.look``) or, where no name was given, is what is worn.
Belongs here: gathering and the continuity mismatches. Does not: how garments are cut or drawn.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from toile.domain.ids import ShotId
from toile.domain.shots import Shot
from toile.domain.values import Value
from toile.domain.wardrobe import Piece

LIKENESS = {"hair": "hair", "make_up": "make-up"}
_MOST = 24


class Look(Value):
    """One look: its name, who wears it, its garments as said, and the shots it is in."""

    name: str
    named: bool
    people: tuple[str, ...]
    garments: tuple[str, ...]
    shots: tuple[ShotId, ...]


class Mismatch(Value):
    """One look, two clothes: what differs, in which shots."""

    say: str
    shots: tuple[ShotId, ...]


class LineSheet(Value):
    """The looks of a board in the order they are first seen, with what does not match."""

    looks: tuple[Look, ...]
    mismatches: tuple[Mismatch, ...] = ()


def line_sheet(shots: Sequence[Shot], worn: Mapping[str, tuple[Piece, ...]]) -> LineSheet:
    """Return the line sheet; ``worn`` are the garments of each shot by its id."""
    groups: dict[tuple[str, ...], list[Shot]] = defaultdict(list)
    for shot in shots:
        groups[_key(shot)].append(shot)
    looks = tuple(_look(number, group) for number, group in enumerate(groups.values(), start=1))
    found = [*_within_looks(groups.values()), *_within_set_ups(shots, worn)]
    return LineSheet(looks=looks, mismatches=tuple(dict.fromkeys(found))[:_MOST])


def _key(shot: Shot) -> tuple[str, ...]:
    if shot.look:
        return ("named", shot.look.casefold())
    return ("worn", *sorted(shot.garments))


def _look(number: int, group: Sequence[Shot]) -> Look:
    first = group[0]
    garments = tuple(dict.fromkeys(item for shot in group for item in shot.garments))
    return Look(
        name=first.look or f"Look {number}",
        named=bool(first.look),
        people=tuple(dict.fromkeys(name for shot in group for name in shot.talent)),
        garments=garments,
        shots=tuple(shot.id for shot in group),
    )


def _within_looks(groups: Iterable[Sequence[Shot]]) -> Iterable[Mismatch]:
    """One name, two wardrobes; one look, two heads of hair."""
    for group in groups:
        first = group[0]
        for other in group[1:]:
            if first.look and set(other.garments) != set(first.garments):
                yield _said(
                    f"{first.look} is {_listed(first.garments)} in shot {first.no}, "
                    f"and {_listed(other.garments)} in shot {other.no}.",
                    first,
                    other,
                )
            for field, word in LIKENESS.items():
                one, two = getattr(first, field), getattr(other, field)
                if one and two and one != two:
                    yield _said(
                        f"The {word} is {one} in shot {first.no} and {two} in shot {other.no}, "
                        "in the same look.",
                        first,
                        other,
                    )


def _within_set_ups(
    shots: Sequence[Shot], worn: Mapping[str, tuple[Piece, ...]]
) -> Iterable[Mismatch]:
    """One person in one set-up, the same piece in two colours or cloths: two coats."""
    together: dict[tuple[str, ...], list[Shot]] = defaultdict(list)
    for shot in shots:
        if shot.talent:
            together[(shot.group or "", *sorted(shot.talent))].append(shot)
    for group in together.values():
        for one, two in combinations(group, 2):
            yield from _clashes(one, two, worn)


def _clashes(one: Shot, two: Shot, worn: Mapping[str, tuple[Piece, ...]]) -> Iterable[Mismatch]:
    mine = {piece.id: piece for piece in worn.get(one.id, ()) if not piece.plain}
    for piece in worn.get(two.id, ()):
        other = mine.get(piece.id)
        if other is None or piece.plain:
            continue
        if (other.colour.code, other.cloth) != (piece.colour.code, piece.cloth):
            noun = piece.id.replace("_", " ")
            yield _said(
                f"{' and '.join(one.talent)} wears the {noun} as {other.said} in shot {one.no} "
                f"and as {piece.said} in shot {two.no}, in one set-up.",
                one,
                two,
            )


def _said(say: str, one: Shot, two: Shot) -> Mismatch:
    return Mismatch(say=say, shots=(one.id, two.id))


def _listed(items: Sequence[str]) -> str:
    return ", ".join(items) or "unnamed"

"""Words of a sentence that hold for some shots of the board, one value at a time."""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.talk import Talk
from toile.adapters.language.built_in.lexicon import Span
from toile.adapters.language.built_in.page import Segment
from toile.adapters.language.built_in.ratios import find_ratios
from toile.domain.shots import Shot, ShotList

Ids = frozenset[str]
VALUES = ("framing", "priority", "kind", "light", "angle", "pose", "set", "aspect", "lens")


@dataclass(frozen=True, slots=True)
class Atom:
    """Words that hold for some shots."""

    start: int
    end: int
    shots: Ids
    kind: str


def find_atoms(page: Talk, segment: Segment, board: BoardWords, shots: ShotList) -> list[Atom]:
    """Return all words of a sentence that hold for some shots."""
    found: list[Atom] = []
    for mention in board.mentions(page, segment.start, segment.end):
        found.append(Atom(mention.start, mention.end, frozenset(mention.shots), _field(mention)))
    for place in range(segment.start, segment.end):
        for kind in VALUES:
            span = page.span_at(place, kind)
            ids = _holding(shots, kind, span) if span and span.end <= segment.end else None
            if span and ids:
                found.append(Atom(span.start, span.end, ids, kind))
    for ratio in find_ratios(page, segment.start, segment.end):
        ids = frozenset(s.id for s in shots.shots if _has_shape(s, ratio.value))
        if ids:
            found.append(Atom(ratio.start, ratio.end, ids, "aspect"))
    return found


def _field(mention: Mention) -> str:
    return "talent" if "talent" in mention.fields else sorted(mention.fields)[0]


def _holding(shots: ShotList, kind: str, span: Span) -> Ids:
    if kind == "aspect":
        return frozenset(s.id for s in shots.shots if _has_shape(s, span.name))
    exact = frozenset(s.id for s in shots.shots if getattr(s, kind) == span.name)
    if exact or kind not in ("light", "framing", "set", "lens"):
        return exact
    words = set(span.name.split()) - {"light", "shot"}
    return frozenset(
        s.id for s in shots.shots if words and words <= set((getattr(s, kind) or "").split())
    )


def _has_shape(shot: Shot, shape: str) -> bool:
    if shape not in ("portrait", "landscape"):
        return shot.aspect == shape
    wide, _, high = (shot.aspect or "").partition(":")
    if not (wide.isdecimal() and high.isdecimal()):
        return False
    return int(high) > int(wide) if shape == "portrait" else int(wide) > int(high)

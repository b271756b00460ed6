"""Words of a sentence that hold for some shots of the board, one value at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from toile.adapters.language.built_in.edits.message.board_words import BoardWords, Mention
from toile.adapters.language.built_in.edits.message.numbers import LENSES
from toile.adapters.language.built_in.edits.message.roles import in_role
from toile.adapters.language.built_in.edits.message.talk import Talk
from toile.adapters.language.built_in.edits.shots.sides import is_side_noun, on_side
from toile.adapters.language.built_in.text.lexicon import Span, read_table, word_set
from toile.adapters.language.built_in.text.page import Segment
from toile.adapters.language.built_in.text.ratios import find_ratios
from toile.domain.shots import Shot, ShotList

Ids = frozenset[str]
VALUES = ("framing", "priority", "kind", "light", "angle", "pose", "set", "aspect", "lens",
          "grade")  # fmt: skip
SIDES = ("side", "outside")


@dataclass(frozen=True, slots=True)
class Atom:
    """Words that hold for some shots."""

    start: int
    end: int
    shots: Ids
    kind: str
    near: Ids = frozenset()


def find_atoms(page: Talk, segment: Segment, board: BoardWords, shots: ShotList) -> list[Atom]:
    """Return all words of a sentence that hold for some shots."""
    found: list[Atom] = []
    for mention in board.mentions(page, segment.start, segment.end):
        field = _field(mention)
        if field == "framing" and _compares(page, mention.start):
            continue
        near = _called_so(shots, mention.values[0]) if field == "framing" else frozenset()
        found.append(Atom(mention.start, mention.end, frozenset(mention.shots), field, near))
    for place in range(segment.start, segment.end):
        for kind in VALUES:
            span = page.span_at(place, kind)
            ids = _holding(shots, kind, span) if span and span.end <= segment.end else None
            if span and ids:
                near = _called_so(shots, span.name) if kind == "framing" else frozenset()
                found.append(Atom(span.start, span.end, ids, kind, near))
        playing = in_role(page, segment, place, shots)
        if playing:
            found.append(Atom(place, place + 1, playing, "role"))
        outside = on_side(page, place, shots)
        if outside:
            kind = "side" if is_side_noun(page, place) else "outside"
            found.append(Atom(place, place + 1, outside, kind))
    for ratio in find_ratios(page, segment.start, segment.end):
        ids = frozenset(s.id for s in shots.shots if has_shape(s, ratio.value))
        if ids:
            found.append(Atom(ratio.start, _with_plural(page, ratio.end), ids, "aspect"))
    return [*found, *_lengths(page, segment, shots)]


def _compares(page: Talk, place: int) -> bool:
    """Whether "weiter" is a step and no framing of a shot: "der erste weiter"."""
    return page.has(place, place + 1, "rel") and page.span_at(place, "framing") is None


def _lengths(page: Talk, segment: Segment, shots: ShotList) -> Iterator[Atom]:
    """Yield the focal lengths that shots have: "on the 50"; "the 50s" stands for its shots."""
    for place in range(segment.start, segment.end):
        text = page.tokens[place].text
        if not text.isdecimal() or int(text) not in LENSES or int(text) <= len(shots):
            continue
        ids = frozenset(s.id for s in shots.shots if (s.lens or "").split("mm")[0] == text)
        end = _with_plural(page, place + 1)
        if ids:
            yield Atom(place, end, ids, "lens" if end == place + 1 else "lengths")


def _with_plural(page: Talk, end: int) -> int:
    """Return where "4:5s" ends."""
    glued = end < len(page.tokens) and page.tokens[end].start == page.tokens[end - 1].end
    return end + 1 if glued and page.form(end) == "s" else end


def _field(mention: Mention) -> str:
    return "talent" if "talent" in mention.fields else sorted(mention.fields)[0]


def _holding(shots: ShotList, kind: str, span: Span) -> Ids:
    if kind == "aspect":
        return frozenset(s.id for s in shots.shots if has_shape(s, span.name))
    if kind == "grade":
        return frozenset(s.id for s in shots.shots if span.name in (s.grade or "").split(", "))
    exact = frozenset(s.id for s in shots.shots if getattr(s, kind) == span.name)
    if exact or kind not in ("light", "framing", "set", "lens"):
        return exact
    words = set(span.name.split()) - {"light", "shot"}
    alike = frozenset(
        s.id for s in shots.shots if words and words <= set((getattr(s, kind) or "").split())
    )
    return alike or (_called_so(shots, span.name) if kind == "framing" else frozenset())


def _called_so(shots: ShotList, framing: str) -> Ids:
    """Return the shots that people also call by the name of a framing."""
    near = _framing_kin().get(framing, frozenset())
    return frozenset(s.id for s in shots.shots if s.framing in near)


@cache
def _framing_kin() -> dict[str, frozenset[str]]:
    """Return the framings that people call by another's name where there is none of that."""
    return {row[0]: frozenset(row[1].split(",")) for row in read_table("framing_kin")}


def has_shape(shot: Shot, shape: str) -> bool:
    """Whether a shot has a ratio, or is upright or lying where only that is said."""
    if shape not in ("portrait", "landscape"):
        return shot.aspect == shape
    wide, _, high = (shot.aspect or "").partition(":")
    if not (wide.isdecimal() and high.isdecimal()):
        return False
    return int(high) > int(wide) if shape == "portrait" else int(wide) > int(high)


def is_thing(page: Talk, place: int) -> bool:
    """Whether "trousers instead of the charcoal ones" speaks of trousers and not of shots."""
    while place > 0 and (
        page.first(place - 1, "col", "m", "adj") or page.form(place - 1) in _ARTICLES
    ):
        place -= 1
    span = next((s for p in range(max(0, place - 3), place) if (s := page.span_at(p, "act"))), None)
    instead = span is not None and span.name == "replace" and span.end == place
    return instead and page.has(max(0, place - 6), place, "g", "h", "b", "j")


_ARTICLES = word_set("naming.articles")

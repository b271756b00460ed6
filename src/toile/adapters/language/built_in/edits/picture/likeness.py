"""One shot held against another: "3 more like 1", "make it less like 5", "2 is too close to 4"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.picture.steps import step
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.likeness import SEEN, LessLike, MoreLike, Seen
from toile.domain.shots import Shot, ShotList

_NAMED = ("number", "ordinal", "description", "all", "rest")
_OTHER_ACTS = frozenset(("delete", "add", "duplicate", "replace", "undo", "restore"))
# The steps that lead away from a value, the one to try first in front.
_AWAY: dict[Seen, tuple[str, str]] = {
    "framing": ("tighter", "wider"),
    "angle": ("lower", "higher"),
    "lens": ("longer", "shorter"),
    "light": ("darker", "brighter"),
}


def read_likeness(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read a clause that brings shots nearer to another shot, or further from it."""
    spans = [s for s in page.spans(clause.start, clause.end, "sim") if s.name in ("more", "less")]
    if not spans or _does_more(page, clause, spans[0]):
        return False
    held = _held(page, clause, out, base, spans[0])
    if held is None:
        return False
    shots, source = held
    if not shots:
        out.asks.append(f"Which shot, held against shot {base.shot(source).no}?")
        return True
    fields = _fields(page, clause, spans[0])
    out.last = shots
    if spans[0].name == "more":
        out.do(MoreLike(shots=shots, source=source, fields=fields or SEEN))
    else:
        for shot_id in shots:
            _move_away(out, base.shot(shot_id), base.shot(source), fields or SEEN)
    return True


def _does_more(page: Page, clause: Clause, span: Span) -> bool:
    """Whether a clause adds or deletes, and only says by the way what that is like."""
    acts = page.spans(clause.start, clause.end, "act")
    own = range(span.start, span.end)
    return any(a.name in _OTHER_ACTS and a.start not in own for a in acts)


def _held(
    page: Page, clause: Clause, out: Outcome, base: ShotList, span: Span
) -> tuple[tuple[str, ...], str] | None:
    """Return the shots meant and the shot they are held against."""
    left = _resolved(page, clause, out, base, clause.start, span.start)
    right = _resolved(page, clause, out, base, span.end, clause.end)
    ahead = left.shots if left.how in _NAMED else ()
    if right.how in _NAMED and right.shots and _stands_next(page, span, right):
        source, rest = right.shots[0], right.shots[1:]
        spoken = rest or ahead or left.shots or out.last
        return tuple(i for i in spoken if i != source), source
    if len(ahead) > 1 and left.how == "number":  # "die 3 der 1 ähnlicher"
        return ahead[:-1], ahead[-1]
    return None


def _resolved(
    page: Page, clause: Clause, out: Outcome, base: ShotList, start: int, end: int
) -> Target:
    if end <= start:
        start = end = clause.start
    part = Clause(start, end, mentions=[m for m in clause.mentions if start <= m.start < end])
    return resolve(page, part, base, out.spoken)


def _stands_next(page: Page, span: Span, source: Target) -> bool:
    """Whether the shot is named right behind the words: not so in "closer to her in 3"."""
    first = min(source.places, default=span.end)
    return all(
        page.form(place) in word_set("likeness.small") or page.span_at(place, "noun")
        for place in range(span.end, first)
    )


def _fields(page: Page, clause: Clause, span: Span) -> tuple[str, ...]:
    """Return the fields that are named; how a shot feels is its light."""
    own = range(span.start, span.end)
    named = [s.name for s in page.spans(clause.start, clause.end, "f") if s.start not in own]
    felt = any(page.form(p) in word_set("likeness.feel") for p in range(clause.start, clause.end))
    if felt and not named:
        return ("light",)
    return tuple(dict.fromkeys(named))


def _move_away(out: Outcome, shot: Shot, other: Shot, fields: tuple[str, ...]) -> None:
    """Take the first field that both share one step away; ask where they share none."""
    for field in (f for f in SEEN if f in fields and f not in shot.locked):
        if getattr(shot, field) is None or getattr(shot, field) != getattr(other, field):
            continue
        for name in _AWAY[field]:
            to = step(shot, name)
            if to is not None and to.to != getattr(other, field):
                out.do(LessLike(shot=shot.id, other=other.id, field=field, to=to.to))
                return
    if any(isinstance(c, MoreLike) and shot.id in c.shots for c in out.commands):
        out.kept.append(f"Shot {shot.no} differs from shot {other.no} already.")
        return
    out.asks.append(
        f"Shots {shot.no} and {other.no} differ in framing, angle, lens and light already. "
        "What else should set them apart: the place, the pose, the clothes?"
    )

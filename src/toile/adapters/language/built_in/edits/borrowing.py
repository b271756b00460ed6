"""Verbs that a stretch borrows from the one before: "lose the cup in 2, the chair in 5"."""

from dataclasses import dataclass

from toile.adapters.language.built_in.edits.asked import is_question
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.contents import VALUES, is_weak
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.talk import Talk, is_named
from toile.adapters.language.built_in.edits.message.verbs import names_of
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Segment

_THINGS = ("g", "h", "b", "j", "p")
# A place alone says where something is, and not what becomes of it.
BECOMES = tuple(value for value in VALUES if value != "set")


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``start`` to ``end``; ``own`` where they need no shot named beside them.

    ``shots`` are those it names, or which have what it names; ``later`` where they may be counted
    after what is done before; ``verb`` is the one that they have of the part before.
    """

    start: int
    end: int
    own: bool = True
    shots: tuple[str, ...] = ()
    later: bool = False
    verb: str = ""

    def with_(self, other: "Part") -> "Part":
        """Return this part and all up to the end of another."""
        later = self.later or other.later
        own, shots = self.own or other.own, self.shots + other.shots
        return Part(self.start, other.end, own, shots, later, self.verb)


def borrowed(page: Talk, before: Part, piece: Clause, part: Part) -> str | None:
    """Return the verb that a stretch has of the one before: "lose the cup in 2, the chair in 5".

    "" where it needs none; ``None`` where the two cannot be read apart.
    """
    ahead = Clause(before.start, before.end)
    same = page.segment_of(before.end - 1) == page.segment_of(piece.start)
    new = same and _makes_new(page, ahead) and not _opens_with_number(page, piece)
    if new or (same and excepts(page, before.start, piece.end)):
        return None
    if any(is_question(page, Segment(one.start, one.end, 0, 0)) for one in (ahead, piece)):
        return ""
    if _bare(page, piece) and (before.verb or _strong(page, ahead)):
        if not part.own or page.has(piece.start, piece.end, "col"):
            return None
        # "Lose the hat in 1, 5 in the kitchen": a place is nothing that is lost.
        verb = before.verb or _leading_verb(page, before)
        if verb is None or _moves(page, ahead):
            return verb
        indefinite = word_set("giving.indefinite")
        fresh = any(page.form(p) in indefinite for p in range(piece.start, piece.end))
        if fresh or not _has_things(page, piece):
            return ""
        return None if _is_placed(page, piece) else verb
    last = _bare(page, ahead) and _strong(page, piece) and _ends_on_verb(page, piece)
    return None if last else ""


def _leading_verb(page: Talk, part: Part) -> str | None:
    """Return the verb that opens a part, "nimm {} raus", where it is the only one."""
    start = part.start
    while start < part.end and page.form(start) in word_set("apart.leads"):
        start += 1
    acts = [s for s in page.spans(start, part.end, "act") if not is_weak(page, s)]
    if not acts or acts[0].start != start or acts[0].name not in _BORROWED:
        return None
    verb = f"{page.words(start, acts[0].end)} {{}}"
    if len(acts) == 1:
        return verb
    parted = len(acts) == 2 and acts[1].end == part.end
    return f"{verb} {page.words(acts[1].start, part.end)}" if parted else None


_BORROWED = ("delete", "add", "set", "move")


def _ends_on_verb(page: Talk, clause: Clause) -> bool:
    """Whether a verb stands last, as in "in 2 die Tasse und in 5 den Stuhl wegnehmen"."""
    acts = page.spans(clause.start, clause.end, "act")
    return bool(acts) and acts[-1].end == clause.end


def _strong(page: Talk, clause: Clause) -> bool:
    acts = [s for s in page.spans(clause.start, clause.end, "act") if not is_weak(page, s)]
    without = word_set("naming.without")
    told = any(page.form(p) in without for p in range(clause.start, clause.end))
    return bool(acts) or told or bool(set(names_of(page, clause)) - {"set"})


def _bare(page: Talk, clause: Clause) -> bool:
    """Whether a stretch names things, people or places and not what becomes of them."""
    said = _strong(page, clause) or page.has(clause.start, clause.end, "rel", *BECOMES)
    return (_is_placed(page, clause) or _has_things(page, clause)) and not said


def _is_placed(page: Talk, clause: Clause) -> bool:
    placed = any("set" in m.fields for m in clause.mentions)
    return placed or page.has(clause.start, clause.end, "s")


def _has_things(page: Talk, clause: Clause) -> bool:
    things = any(m.fields & {"garments", "props", "talent"} for m in clause.mentions)
    return things or page.has(clause.start, clause.end, *_THINGS)


def _moves(page: Talk, clause: Clause) -> bool:
    acts = page.spans(clause.start, clause.end, "act")
    return any(s.name in ("move", "set") and not is_weak(page, s) for s in acts)


def excepts(page: Talk, start: int, end: int) -> bool:
    """Whether a stretch leaves shots out: "all at 50 mm but 4", and not "meno luce"."""
    scopes = (s for s in page.spans(start, end, "ref") if s.name == "except")
    return any(page.span_at(s.start, "rel") is None for s in scopes)


def _makes_new(page: Talk, clause: Clause) -> bool:
    """Whether a stretch asks for a new shot: what follows by "and" may be a part of it."""
    acts = names_of(page, clause)
    framed = "add" in acts and page.has(clause.start, clause.end, "framing")
    return framed or "duplicate" in acts or new_noun(page, clause) is not None


def _opens_with_number(page: Talk, clause: Clause) -> bool:
    """Whether a stretch begins with its own shot: "3 tighter", "shot 4 in the kitchen"."""
    place = clause.start
    while place < clause.end and (
        page.form(place) in word_set("apart.leads") | word_set("naming.and") | word_set("apart.in")
        or page.first(place, "noun") is not None
        or not page.tokens[place].text[:1].isalnum()
    ):
        place += 1
    if any(ratio.start == place for ratio in clause.ratios):
        return False
    return place < clause.end and (page.tokens[place].text.isdecimal() or is_named(page, place))

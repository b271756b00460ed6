"""What is done to a whole picture: "3 in black and white", "no grain", "6 back in colour"."""

from dataclasses import replace
from functools import cache
from itertools import pairwise

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.denied import is_denied
from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.text.lexicon import Span, read_table, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.domain.commands import SetField
from toile.domain.shots import ShotList

_KINDS = ("grade", "texture")
_THINGS = ("g", "h", "b", "j", "p", "s", "m", "set", "pattern")
_COLOUR = "colour"
# How far a word that takes away stands before what it takes.
_AHEAD = 3
_NAMED = ("number", "ordinal", "description", "all", "before", "both", "rest", "spoken of")


Wishes = list[tuple[Span, bool]]


def grades_anew(page: Page, clause: Clause) -> Wishes:
    """Take the grade of a new shot out of its clause: "one more black and white of Nora"."""
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")}
    told = _told(page, clause)
    if not told or not ("duplicate" in acts or new_noun(page, clause)):
        return []
    _take_out(page, clause, told)
    return told


def grade_new(out: Outcome, wishes: Wishes) -> None:
    """Give the shots that a clause made the grade that was said of them."""
    known = {shot.id for shot in out.context.shots.shots}
    made = tuple(i for i in out.last if i not in known)
    if wishes and made:
        _grade(out, out.shots, made, wishes)


def read_grade(page: Page, clause: Clause, out: Outcome, base: ShotList) -> bool:
    """Read what is done to pictures and take its words out; return whether any was told."""
    told = _told(page, clause)
    if not told:
        return False
    for part in _parts(page, clause, told):
        _read(page, part, out, base)
    _take_out(page, clause, told)
    return True


def _parts(page: Page, clause: Clause, told: Wishes) -> list[Clause]:
    """Part "2 back to colour and some grain on 3" where each grade has shots of its own."""
    joins = word_set("naming.and") | {","}
    cuts = [clause.start]
    for (one, _), (other, _) in pairwise(told):
        near = (p for p in range(other.start - 1, one.end - 1, -1) if page.form(p) in joins)
        cuts += [p for p in [next(near, None)] if p is not None]
    parts = [_part(clause, *ends) for ends in pairwise([*cuts, clause.end])]
    named = all(_names(page, part) for part in parts)
    return parts if named else [clause]


def _part(clause: Clause, start: int, end: int) -> Clause:
    mentions = [m for m in clause.mentions if start <= m.start < end]
    return replace(clause, start=start, end=end, mentions=mentions, ratios=[])


def _names(page: Page, part: Clause) -> bool:
    """Whether a part names shots by their numbers or in words."""
    figures = any(page.form(p).isdecimal() for p in range(part.start, part.end))
    return figures or bool(named_in(page, part.start, part.end))


def _read(page: Page, clause: Clause, out: Outcome, base: ShotList) -> None:
    target = resolve(page, clause, base, out.context)
    shots = target.shots if target.how in _NAMED else ()
    if target.how in ("none", "spoken of", "before") and out.last:
        shots = out.last  # "1 without the hat, in black and white" goes on about 1.
        if not set(shots) <= {shot.id for shot in base.shots}:
            base = out.shots  # "Copy 2 but in black and white" goes on about the copy.
    if not shots:
        out.asks.append("Which shot do you mean?")
    _grade(out, base, tuple(shots), _told(page, clause))
    out.last, out.last_fields = tuple(shots), ("grade",)


def _told(page: Page, clause: Clause) -> Wishes:
    spans = [span for span in _spans(page, clause) if _is_of_picture(page, clause, span)]
    return [(span, _is_gone(page, clause, span)) for span in spans]


def _take_out(page: Page, clause: Clause, told: Wishes) -> None:
    """Take the words out, with the "in" or the "without" that leads to them."""
    for span, gone in told:
        start = span.start - (page.form(span.start - 1) in word_set("grading.led"))
        acts = page.spans(max(clause.start, span.start - _AHEAD), span.start, "act")
        if gone and acts:
            start = acts[0].start
        without(page, max(clause.start, start), span.end)


def _grade(out: Outcome, base: ShotList, shots: tuple[str, ...], wishes: Wishes) -> None:
    """Give each shot its own grade with what is wished; those that get the same, at once."""
    becomes: dict[str | None, list[str]] = {}
    for shot in map(base.shot, shots):
        graded = shot.grade
        for span, gone in wishes:
            graded = _with(graded, span, gone=gone)
        if graded == shot.grade:
            told = f"is graded {graded} already" if graded else "has no grade"
            out.already.append(f"Shot {shot.no} {told}.")
        else:
            becomes.setdefault(graded, []).append(shot.id)
    for graded, some in becomes.items():
        out.do(SetField(shots=tuple(some), field="grade", value=graded))


def _spans(page: Page, clause: Clause) -> list[Span]:
    """Return the words for a grade, none inside another."""
    found: list[Span] = []
    for span in page.spans(clause.start, clause.end, *_KINDS):
        if span.end <= clause.end and not any(o.start <= span.start < o.end for o in found):
            found.append(span)
    return found


def _is_of_picture(page: Page, clause: Clause, span: Span) -> bool:
    """Whether the picture is meant: no black and white dress, floor, or shot that has it."""
    behind = page.form(span.end)
    thing = behind not in function_words() and page.first(span.end, *_THINGS)
    if thing or behind in word_set("grading.things"):
        return False
    romance = page.languages[0] in ("fr", "it", "es")
    ahead = any(s.end == span.start for s in page.spans(clause.start, span.start, *_THINGS))
    held = any(m.start < span.end and span.start < m.end for m in clause.mentions)
    return not held and not (romance and ahead)


def _is_gone(page: Page, clause: Clause, span: Span) -> bool:
    """Whether it is taken away: "no grain", "without the black and white"."""
    before = range(max(clause.start, span.start - _AHEAD), span.start)
    acts = page.spans(before.start, span.start, "act")
    gone = any(s.name in ("delete", "undo") for s in acts)
    if is_denied(page, clause.start, span.start):
        return True
    denied = word_set("grooming.denied")
    return gone or any(page.span_at(p, "neg") or page.form(p) in denied for p in before)


def _with(graded: str | None, span: Span, *, gone: bool) -> str | None:
    """Return a grade with another part: of the colours there is one, of the grain there is one."""
    parts = [part for part in (graded or "").split(", ") if part]
    textures = [part for part in parts if part in _textures()]
    colours = [part for part in parts if part not in textures]
    one = [] if gone or span.name == _COLOUR else [span.name]
    colours, textures = (one, textures) if span.kind == "grade" else (colours, one)
    return ", ".join((*colours, *textures)) or None


@cache
def _textures() -> frozenset[str]:
    """Return the names of grain and blur, of which a picture has one beside its colours."""
    rows = (row[0].partition(":") for row in read_table("board_things"))
    return frozenset(name for kind, _, name in rows if kind == "texture")

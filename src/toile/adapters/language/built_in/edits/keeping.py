"""Clauses that say what must stay as it is."""

from toile.adapters.language.built_in.edits.denied_ahead import is_denied_ahead
from toile.adapters.language.built_in.edits.denied_verbs import is_verb_denied
from toile.adapters.language.built_in.edits.looked_for import matching
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.unwanted import is_refused
from toile.adapters.language.built_in.edits.order.kept_beside import keeps_old_shape
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.edits.sparing import field_taken_back, leaves_out, spare
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import DeleteShots, SetField


def stays(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Whether the clause only says what must stay as it is."""
    if is_denied_ahead(page, clause) and not is_refused(page, clause):
        spare(page, clause, out)
        return _stays(out)
    first = next((s for s in page.spans(clause.start, clause.end, "act")), None)
    if first is not None and first.name == "keep" and _lets_in(page, clause, first):
        return False
    if leaves_out(page, clause, out) or field_taken_back(page, clause, out):
        return _stays(out)
    if any(s.name == "except" for s in page.spans(clause.start, clause.end, "ref")):
        return _all_but_a_field(page, clause, out, acts)
    if _only_these(page, clause, out, first):
        return True
    if first is not None and first.name == "keep" and keeps_old_shape(page, clause, out):
        return _stays(out)
    if first is not None and (
        first.name == "keep"
        or (is_verb_denied(page, clause, first) and not is_refused(page, clause))
    ):
        if not _taken_back(page, clause, out):
            spare(page, clause, out)
        return _stays(out)
    return (
        "keep" in acts
        and "delete" not in acts
        and not page.has(clause.start, clause.end, "pos")
        and (spare(page, clause, out) or True)
        and _stays(out)
    )


def _lets_in(page: Page, clause: Clause, first: Span) -> bool:
    """Whether "låt Luca vara med", "lass Emil mit rein" has somebody come in."""
    rest = page.spans(first.end, clause.end, "act")
    return any(s.name == "add" and s.end - s.start > 1 for s in rest)


def _taken_back(page: Page, clause: Clause, out: Outcome) -> bool:
    """Let "actually no, keep it" take back what the clause before did."""
    fixed = page.has(max(0, clause.start - 2), clause.end, "fix")
    pronoun = any(s.name == "this" for s in page.spans(clause.start, clause.end, "ref"))
    named = resolve(page, clause, out.context.shots, out.context).how in ("number", "description")
    if not (fixed and pronoun) or named or not out.marks or out.marks[-1][0] >= len(out.commands):
        return False
    count, shots = out.marks.pop()
    out.commands, out.shots = out.commands[:count], shots
    return True


def _all_but_a_field(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Read "on 1 everything but the pose stays": what the pose becomes follows."""
    excepted = next(s for s in page.spans(clause.start, clause.end, "ref") if s.name == "except")
    field = page.has(excepted.end, min(clause.end, excepted.end + 3), "f")
    if not field or acts != ["keep"]:
        return False
    ahead = Clause(
        clause.start,
        excepted.start,
        mentions=[m for m in clause.mentions if m.end <= excepted.start],
    )
    target = resolve(page, ahead, out.context.shots, out.context)
    if target.how in ("number", "description", "ordinal"):
        out.last = target.shots
    return _stays(out)


def _only_these(page: Page, clause: Clause, out: Outcome, first: Span | None) -> bool:
    """Read "we only keep the musts": everything else goes."""
    only = any(
        page.form(p) in word_set("reader.only_these") for p in range(clause.start, clause.end)
    )
    # "Cut it down to the musts" says as much as "only keep the musts".
    only = only or (first is not None and page.form(first.end - 1) in word_set("keeping.down_to"))
    if first is None or first.name != "keep" or not only or clause.ratios:
        return False
    if out.commands or page.form(clause.end - 1) in word_set("keeping.as_is"):
        return False
    if page.has(first.end, clause.end, "light", "framing", "angle", "lens", "pose", "col"):
        return False
    if any(s.name == "rest" for s in page.spans(0, len(page.tokens), "ref")):
        return False
    kept = matching(page, clause, out.context.shots)
    target = resolve(page, clause, out.context.shots, out.context)
    ids = target.shots if target.how in ("number", "description", "ordinal") else kept
    if not ids:
        return False
    people = tuple(v for m in clause.mentions if m.fields == {"talent"} for v in m.values)
    if people and target.how in ("number", "ordinal"):  # "In 5 leave only Lotte."
        return out.do(SetField(shots=target.shots, field="talent", value=people))
    named = [m for m in clause.mentions if m.fields <= {"garments", "props"}]
    things = [e.value for m in named for e in m.entries if e.shot in ids]
    if named and target.how in ("number", "ordinal"):  # "Keep only the coat in 1."
        numbers = ", ".join(str(out.context.shots.shot(i).no) for i in target.shots)
        out.asks.append(
            f"Shall all but the {(things or named[0].values)[0]} go from shot {numbers}?"
        )
        return True
    if target.how in ("number", "ordinal") and _of_something_in(page, clause, first.end, target):
        return False  # "Keep only the light in 1" speaks of no other shot.
    gone = tuple(s.id for s in out.context.shots.shots if s.id not in ids)
    return bool(gone) and out.do(DeleteShots(shots=gone))


def _of_something_in(page: Page, clause: Clause, start: int, target: Target) -> bool:
    """Whether a word for something in the shots stands ahead of their numbers, before an "in"."""
    first = min(target.places, default=clause.end)
    leads = [p for p in range(start, first) if page.form(p) in _LEADS]
    ahead = range(start, leads[-1]) if leads else range(0)
    small = word_set("naming.articles") | word_set("reader.only_these")
    return any(
        page.tokens[p].is_word and page.form(p) not in small and page.span_at(p, "noun") is None
        for p in ahead
    )


_LEADS = word_set("naming.in") | word_set("people.of")


def _stays(out: Outcome) -> bool:
    out.kept.append("That stays as it is.")
    return True

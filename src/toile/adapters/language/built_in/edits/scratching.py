"""What is taken back in passing: "scratch that, leave it", "just kidding"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.targets import resolve
from toile.adapters.language.built_in.edits.sparing import keeps_field, keeps_field_next
from toile.adapters.language.built_in.text.lexicon import Span
from toile.adapters.language.built_in.text.page import Page


def scratched(page: Page, clause: Clause, out: Outcome) -> bool:
    """Whether "scratch that, leave it" takes back what was said before."""
    fixes = [s for s in page.spans(clause.start, clause.end, "fix") if s.name == "scratch"]
    undo = page.span_at(fixes[0].start, "act") if fixes else None
    if not fixes or (undo is not None and undo.name == "undo" and _undoes(page, undo, fixes[0])):
        return False
    if keeps_field(page, clause.start, clause.end) or keeps_field_next(page, fixes[-1].end):
        return fixes[0].start == clause.start and fixes[-1].end >= clause.end
    rest = Clause(
        fixes[-1].end, clause.end, mentions=[m for m in clause.mentions if m.start >= fixes[-1].end]
    )
    out.asks.clear()
    out.cannot.clear()
    out.already.clear()
    only = resolve(page, _behind(page, clause, rest), out.context.shots, out.context)
    kept = out.commands if only.how in ("number", "ordinal") else []
    out.commands = [c for c in kept if set(c.model_dump().get("shots", ())) <= set(only.shots)]
    out.shots = out.rebuilt()
    if not out.commands:
        out.kept.append("Left as it was.")
    return not page.has(rest.start, rest.end, "act", "framing", "lens", "light")


def _undoes(page: Page, undo: Span, fix: Span) -> bool:
    """Whether more than this message is taken back: with nothing else in it, what was done is."""
    said = [place for place, token in enumerate(page.tokens) if token.text[:1].isalnum()]
    return undo.end > fix.end or (undo.start, undo.end) == (said[0], said[-1] + 1)


def _behind(page: Page, clause: Clause, rest: Clause) -> Clause:
    """Return the words behind "just kidding": in the clause, else up to the sentence's end."""
    segment = page.segment_of(clause.start)
    return rest if rest.end > rest.start else Clause(clause.end, segment.end)

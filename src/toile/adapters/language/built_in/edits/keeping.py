"""Clauses that say what must stay as it is."""

from toile.adapters.language.built_in.edits.asked import matching
from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.edits.outcome import Outcome
from toile.adapters.language.built_in.edits.targets import resolve
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page
from toile.domain.commands import DeleteShots


def stays(page: Page, clause: Clause, out: Outcome, acts: list[str]) -> bool:
    """Whether the clause only says what must stay as it is."""
    first = next((s for s in page.spans(clause.start, clause.end, "act")), None)
    if any(s.name == "except" for s in page.spans(clause.start, clause.end, "ref")):
        return False
    if _only_these(page, clause, out, first):
        return True
    neg = page.span_at(clause.start, "neg")
    denies = (
        neg is not None
        and neg.name == "not"
        and first is not None
        and 0 <= first.start - neg.end <= 2
    )
    if (first is not None and first.name == "keep") or (
        denies and page.form(clause.start) not in word_set("reader.kept")
    ):
        out.kept.append("That stays as it is.")
        return True
    return (
        "keep" in acts
        and "delete" not in acts
        and not page.has(clause.start, clause.end, "pos")
        and _stays(out)
    )


def _only_these(page: Page, clause: Clause, out: Outcome, first: Span | None) -> bool:
    """Read "we only keep the musts": everything else goes."""
    only = any(
        page.form(p) in word_set("reader.only_these") for p in range(clause.start, clause.end)
    )
    if first is None or first.name != "keep" or not only or clause.ratios:
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
    gone = tuple(s.id for s in out.context.shots.shots if s.id not in ids)
    return bool(gone) and out.do(DeleteShots(shots=gone))


def _stays(out: Outcome) -> bool:
    out.kept.append("That stays as it is.")
    return True

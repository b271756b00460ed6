"""Wishes to take away the mark of a draft or the label of an AI picture: refused, and told why."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag

_WHY = "Every draft keeps its DRAFT mark, and every picture of a twin its AI label."


def unmarking(page: Page, clause: Clause) -> Flag | None:
    """Return a flag where a clause wants the mark or the label gone, hidden or left out."""
    marks = page.spans(clause.start, clause.end, "mark")
    if not marks:
        return None
    gone = any(s.name == "delete" for s in page.spans(clause.start, clause.end, "act"))
    forms = {page.form(p) for p in range(clause.start, clause.end)}
    if not (gone or forms & word_set("marks.away")) or forms & word_set("marks.never"):
        return None
    quote = page.words(marks[0].start, marks[0].end)
    return Flag(code="AI_DISCLOSURE", action="refuse", why=_WHY, quote=quote)

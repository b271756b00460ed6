"""Where a clause leaves shots out: "all but 3", "everything except the close-up"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


def exception_start(page: Page, clause: Clause) -> int | None:
    """Return where the words begin that leave shots out."""
    spans = page.spans(clause.start, clause.end, "ref")
    return next(
        (s.start for s in spans if s.name == "except" and not _is_less(page, clause, s)), None
    )


def _is_less(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "meno candele" wants less of something, with nothing ahead to leave it out of."""
    if page.form(span.end - 1) not in word_set("exceptions.less") or span.end >= clause.end:
        return False
    return not any(s.name in ("all", "rest") for s in page.spans(clause.start, span.start, "ref"))


def exception_end(page: Page, clause: Clause, cut: int) -> int:
    """Return where an exception ends: "except the close-up: late sun" says two things."""
    for place in range(cut + 2, clause.end):
        act = page.span_at(place, "act")
        given = act is not None and act.name == "set" and page.form(place) in _GIVEN
        if page.form(place) in (":", "→") or given:
            return place
    return clause.end


_GIVEN = word_set("targets.given")

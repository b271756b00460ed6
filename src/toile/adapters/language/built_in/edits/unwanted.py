"""Values that a message names and does not want: "too wide", "less like a packshot"."""

from toile.adapters.language.built_in.edits.clause import Clause
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page


def is_complaint(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "wide" stands in "too wide", which wants the contrary."""
    if _is_disliked(page, clause):
        return True
    return any(
        s.start < span.start and s.end >= span.end
        for s in page.spans(max(clause.start, span.start - 3), span.end, "rel")
    )


def _is_disliked(page: Page, clause: Clause) -> bool:
    """Whether a clause only says what does not please: "no me convence el neón de la 3"."""
    liked = any(
        page.form(p) in word_set("unwanted.liking") for p in range(clause.start, clause.end)
    )
    return liked and page.has(clause.start, clause.end, "neg")


def is_unlike(page: Page, clause: Clause, span: Span) -> bool:
    """Whether a value is what the shot shall not be like: "less like a packshot"."""
    alike = list(page.spans(clause.start, span.start, "sim"))
    less = word_set("values.less")
    return any(s.name == "less" or page.form(s.start - 1) in less for s in alike)


def goes_without(page: Page, clause: Clause) -> bool:
    """Whether "Kofi without headwear" says what is not there: the shot or Kofi stays."""
    return any(
        page.form(p) in word_set("naming.without") and page.tokens[p + 1].is_word
        for p in range(clause.start + 1, clause.end - 1)
    )

"""Relative words turned round: "not so dark" is brighter, "too wide" is tighter."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_OPPOSITE = {
    "tighter": "wider",
    "wider": "tighter",
    "lower": "higher",
    "higher": "lower",
    "warmer": "cooler",
    "cooler": "warmer",
    "darker": "brighter",
    "brighter": "darker",
    "softer": "harder",
    "harder": "softer",
    "longer": "shorter",
    "shorter": "longer",
}


def turned(page: Page, clause: Clause, span: Span) -> str:
    """Return a relative word, turned round behind "not so", "too" or "less"."""
    before = [page.form(p) for p in range(max(clause.start, span.start - 2), span.start)]
    around = word_set("turning.round") & set(before)
    return (
        _OPPOSITE[span.name]
        if around - {"for", "zu", "no"} or before[-1:] in (["zu"], ["too"])
        else span.name
    )

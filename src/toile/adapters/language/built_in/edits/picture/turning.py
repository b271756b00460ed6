"""Relative words turned round: "not so dark" is brighter, "too wide" is tighter."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.denied import is_not_to_be
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
    if is_not_to_be(page, span.start):
        return _OPPOSITE[span.name]
    around = word_set("turning.round") & set(before)
    return (
        _OPPOSITE[span.name]
        if around - {"for", "zu", "no"} or before[-1:] in (["zu"], ["too"])
        else span.name
    )


def lifts_thing(page: Page, clause: Clause, span: Span) -> bool:
    """Whether "raise the hood", "go in 3" moves a thing or names a shot, and no camera."""
    if span.end >= clause.end:
        return False
    if span.name == "tighter" and page.form(span.end - 1) == "in":
        return page.tokens[span.end].text.isdecimal()
    if span.name not in ("higher", "lower"):
        return False
    place = span.end
    while page.form(place) in word_set("naming.articles") | word_set("giving.whom"):
        place += 1
    known = page.first(place, "f", "noun", "n", "ord", "ref", "light", "rel", "pos", "framing")
    word = place < clause.end and page.tokens[place].is_word
    return place > span.end and word and known is None

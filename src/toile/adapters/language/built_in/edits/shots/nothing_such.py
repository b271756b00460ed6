"""Shots told by a thing that none of them has: "everything with an umbrella in 4:5"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p")
_WISHED = ("aspect", "rel", "framing", "light", "angle", "lens", "priority", "kind", "grade")


def has_nothing_such(page: Page, clause: Clause) -> Span | None:
    """Return the thing that would tell which of all the shots are meant, and that none has."""
    for scope in page.spans(clause.start, clause.end, "ref"):
        thing = _behind(page, clause, scope) if scope.name == "all" else None
        held = any(m.start <= thing.start < m.end for m in clause.mentions) if thing else True
        if thing is not None and not held and _is_wished(page, clause, thing.end):
            return thing
    return None


def _behind(page: Page, clause: Clause, scope: Span) -> Span | None:
    """Return the thing of "all ... with a thing"."""
    such = word_set("naming.that") | word_set("naming.all_that") | word_set("nothing_such.who")
    place = scope.end
    while place < clause.end and (
        page.form(place) in such or page.span_at(place, "noun") is not None
    ):
        place += 1
    if page.form(place) not in word_set("nothing_such.with"):
        return None
    place += 1
    while page.form(place) in word_set("naming.articles") | word_set("giving.indefinite"):
        place += 1
    return page.first(place, *_THINGS) if place < clause.end else None


def _is_wished(page: Page, clause: Clause, place: int) -> bool:
    """Whether what the shots become stands right behind, and is no second wish."""
    while page.form(place) in word_set("naming.in") | word_set("nothing_such.is"):
        place += 1
    wished = page.first(place, *_WISHED) is not None
    return wished or any(ratio.start == place for ratio in clause.ratios)

"""Deletions that speak of a value: the light goes, and the shot stays."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_VALUES = ("light", "pose", "angle", "set", "s")


def of_a_value(page: Page, clause: Clause) -> bool:
    """Whether "kill the flash in 3" speaks of what is in a shot: the shot stays."""
    for verb in (s for s in page.spans(clause.start, clause.end, "act") if s.name == "delete"):
        place = verb.end
        while place < clause.end and page.form(place) in word_set("naming.articles"):
            place += 1
        value = page.first(place, *_VALUES)
        if value is None or value.end > clause.end or is_named(page, place):
            continue
        if page.span_at(value.end, "noun") is not None:
            continue
        last = value.kind == "light" and (
            value.end == clause.end or not page.tokens[value.end].text[:1].isalnum()
        )
        if last or page.form(value.end) in _INSIDE:
            return True
    return False


_INSIDE = word_set("deleting.inside")

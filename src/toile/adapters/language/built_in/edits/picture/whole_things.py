"""A garment that is to be seen from end to end: "I want to see the whole dress"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def whole_thing(page: Page, clause: Clause) -> tuple[str, int, int] | None:
    """Return the framing that shows the whole of a garment, where a clause wants to see it."""
    if not any(page.form(p) in word_set("whole.see") for p in range(clause.start, clause.end)):
        return None
    for place in range(clause.start, clause.end - 1):
        if page.form(place) not in word_set("whole.all"):
            continue
        thing = place + 1
        while page.form(thing) in word_set("whole.between") or page.first(thing, "col", "m"):
            thing += 1
        worn = page.first(thing, "g")
        if worn is not None and worn.end <= clause.end:
            return "full", place, worn.end
    return None

"""A colour that is wished for and not told: "the jacket in another colour"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def read_open_colour(page: Page, clause: Clause, out: Outcome) -> bool:
    """Ask which colour, where a thing shall have another one and none is named."""
    wished = any(
        page.form(p) in word_set("open_colour.other")
        and page.form(p + 1) in word_set("asks.colours")
        for p in range(clause.start, clause.end - 1)
    )
    if not wished or page.has(clause.start, clause.end, "col"):
        return False
    things = [m for m in clause.mentions if m.fields & {"garments", "props"}]
    thing = things[0].values[0] if things else ""
    out.asks.append(f"Which colour should the {thing} be?" if thing else "Which colour?")
    return True

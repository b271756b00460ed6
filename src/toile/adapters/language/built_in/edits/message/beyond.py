"""Wishes that no studio tool can carry out: sending, booking, buying, phoning."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import is_named
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

WHY = "Toile does not write to people, book or buy; please do that yourself."


def is_beyond(page: Page, clause: Clause) -> bool:
    """Whether a clause orders something outside the board: "book the flights", "email Hugo"."""
    start = clause.start
    while start < clause.end and (
        page.form(start) in word_set("beyond.openers")
        or page.form(start) in word_set("asked.fillers")
    ):
        start += 1
    form = page.form(start)
    if page.has(clause.start, clause.end, "pos", "noun") or clause.ratios:
        return False
    if any(m.start <= start < m.end for m in clause.mentions) or is_named(page, start):
        return False
    if page.first(start, "light", "framing", "angle", "lens"):  # "Ring light on 4."
        return False
    # Written out: the Swedish "släck" is no "slack", and "Ring" may be a thing on the board.
    said = page.tokens[start].text.casefold() if start < clause.end else ""
    thing = page.languages[0] != "en" and page.first(start, "g", "h", "j", "b", "p") is not None
    if said in word_set("beyond.always") and not thing:
        return True
    return form in word_set("beyond.away") and any(
        page.form(p) in word_set("beyond.objects") for p in range(start + 1, clause.end)
    )

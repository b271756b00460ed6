"""Sentences that ask for one new shot or for several, whichever clause of them is read."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.new_lists import new_list
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def tells_of_new(page: Page, clause: Clause) -> bool:
    """Whether a sentence, up to the end of a clause, asks for a new shot or lists several."""
    held = (s for s in page.segments if s.start <= clause.start < s.end)
    segment = next(held, Segment(clause.start, clause.end, 0, 0))
    starts = [segment.start] + [
        place + 1
        for place in range(segment.start, clause.end - 1)
        if page.tokens[place].text in ",.;:" or page.form(place) in word_set("stretches.joints")
    ]  # "5 darker, and also a new shot with a boy."
    told = any(new_noun(page, Clause(start, clause.end)) is not None for start in starts)
    return told or new_list(page, segment) is not None

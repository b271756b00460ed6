"""Sentences that ask for one new shot or for several, whichever clause of them is read."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.new_lists import new_list
from toile.adapters.language.built_in.edits.message.new_nouns import new_noun
from toile.adapters.language.built_in.text.page import Page, Segment


def tells_of_new(page: Page, clause: Clause) -> bool:
    """Whether a sentence, up to the end of a clause, asks for a new shot or lists several."""
    held = (s for s in page.segments if s.start <= clause.start < s.end)
    segment = next(held, Segment(clause.start, clause.end, 0, 0))
    noun = new_noun(page, Clause(segment.start, clause.end))
    return noun is not None or new_list(page, segment) is not None

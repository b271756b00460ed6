"""How many variations a message wishes for: "three versions of 2", "vary 2 three times".

The count is no number of a shot, so it is taken out before shots are looked for.
"""

import copy

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at

# What "some variations" are, where nobody counts.
_FEW = 3


def counted(page: Page) -> tuple[int, Page]:
    """Return how many are wished for and the page without that count.

    Where no number is told, "vary 2" is one and "some variations of 2" are a few.
    """
    found = _before_noun(page) or _times(page)
    if found is None:
        several = any(token.form in word_set("variations.several") for token in page.tokens)
        return _FEW if several else 1, page
    many, start, end = found
    if start == end:  # The count is part of "three versions", and named no shot.
        return many, page
    rest = copy.copy(page)
    rest.at = list(page.at)
    without(rest, start, end)
    return many, rest


def _before_noun(page: Page) -> tuple[int, int, int] | None:
    """Find "3 variations", "five different versions", and the count in "three versions"."""
    for span in page.spans(0, len(page.tokens), "act"):
        if span.name != "vary":
            continue
        for place in range(span.start, span.end):
            if inside := count_at(page, place):
                return inside[0], span.start, span.start
        place = span.start - 1
        while place > 0 and page.form(place) in word_set("variations.between"):
            place -= 1
        if (before := count_at(page, place)) and before[1] <= span.start:
            return before[0], place, before[1]
    return None


def _times(page: Page) -> tuple[int, int, int] | None:
    """Find "three times", "2x", "deux fois"."""
    for place in range(1, len(page.tokens)):
        many = count_at(page, place)
        if many and page.form(many[1]) in word_set("variations.times"):
            return many[0], place, many[1] + 1
        if page.form(place) in word_set("variations.twice"):
            return 2, place, place + 1
    return None

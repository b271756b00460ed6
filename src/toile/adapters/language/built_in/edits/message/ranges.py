"""Words between two numbers that make a range of them: "2 to 4", "de la 2 à la 4"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def leads_on(page: Page, clause: Clause, start: int, end: int, after: int) -> bool:
    """Whether what stands from ``end`` to ``after`` leads from a number on to the next."""
    # "Make 2 a 6 second video": in English "a" leads to nothing.
    article = f"{page.languages[0]}:{page.form(end)}" in word_set("ranges.article")
    plain = after == end + 1 and page.form(end) in word_set("numbers.to") and not article
    return plain or _spans(page, clause, start, end, after)


def _spans(page: Page, clause: Clause, start: int, end: int, after: int) -> bool:
    """Whether "de la 2 à la 4", "von der 2 bis zur 4" is a range, and hands nothing over."""
    small = word_set("naming.articles") | word_set("numbers.small")
    to = word_set("numbers.to")
    place = start - 1
    while place > clause.start and page.form(place) in small - word_set("numbers.from"):
        place -= 1
    between = [page.form(p) for p in range(end, after)]
    joined = 0 < len(between) < 4 and between[0] in to and set(between[1:]) <= small | to
    led = place >= clause.start and page.form(place) in word_set("numbers.from")
    handed = page.has(clause.start, place, "f", "g", "h", "b", "j", "light", "framing", "sim")
    return joined and led and not handed

"""Words for goods that are none: pearls of a necklace, a water tank, the laces of a boot."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_NEAR = 2


def is_trimming(page: Page, span: Span) -> bool:
    """Whether pearls are what a jewel is made of, a tank holds water, laces belong to boots."""
    before = page.form(span.start - 1)
    if before in word_set("people.greetings") and page.tokens[span.start].is_name:
        return True  # "Hej Linnea!"
    if f"{before}_{page.form(span.start)}" in word_set("products.idioms"):
        return True
    if span.name == "shoelaces":
        return page.has(0, span.start, "h")
    if page.form(span.end - 1) == "tank" and before in word_set("products.liquids"):
        return True
    if span.name != "pearls":
        return False
    place = span.start - 1
    while place > 0 and page.first(place, "col", "m", "adj"):
        place -= 1
    jewels = page.spans(max(0, place - _NEAR), place, "j")
    made = page.form(place) in word_set("items.made_of") and bool(jewels)
    segment = page.segment_of(span.start)
    opened = [p for p in range(segment.start, span.start) if page.tokens[p].text in "()"]
    return made or (bool(opened) and page.tokens[opened[-1]].text == "(")

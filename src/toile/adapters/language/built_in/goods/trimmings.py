"""Words for goods that are none: pearls of a necklace, a water tank, the laces of a boot."""

from toile.adapters.language.built_in.goods.product_lists import KINDS
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.ratios import count_at

_NEAR = 2


def is_trimming(page: Page, span: Span) -> bool:
    """Whether pearls are what a jewel is made of, a tank holds water, laces belong to boots."""
    before = page.form(span.start - 1)
    near = {page.form(place) for place in range(max(0, span.start - 2), span.start)}
    if _is_together(page, span) or _is_a_part(page, span) or near & word_set("products.own"):
        return True
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


def _is_a_part(page: Page, span: Span) -> bool:
    """Whether "cuffs of the trousers", "a towel round the hair", "grand tops" are none."""
    of, behind = page.form(span.end), span.end + 1 + (page.form(span.end + 1) in _OWNERS)
    part = of == "of" and behind > span.end + 1 and page.first(behind, *KINDS)
    owner = page.form(span.start - 1) in _OWNERS and page.form(span.start - 2) == "of"
    whole = owner and any(s.end == span.start - 2 for s in page.spans(0, span.start - 2, *KINDS))
    money = page.form(span.start - 1) in word_set("products.sums")
    wound = page.form(span.end) in word_set("products.wound_round")
    return bool(part or whole or money or wound)


_OWNERS = frozenset(("the", "his", "her", "their"))


def _is_together(page: Page, span: Span) -> bool:
    """Whether "les deux ensemble" puts people side by side and is no set of clothes."""
    counted = count_at(page, span.start - 1)
    all_of = page.form(span.start - 1) in word_set("products.all_of")
    return page.form(span.start) == "ensemble" and (all_of or bool(counted and counted[0] > 1))


def is_permitted(page: Page, span: Span) -> bool:
    """Whether a thing may be there and is not sold: "umbrellas are fine"."""
    be = page.form(span.end) in word_set("dropped.is") | word_set("products.may_be")
    return be and page.form(span.end + 1) in word_set("products.fine")


def is_adjective(page: Page, span: Span) -> bool:
    """Whether "cerniera impermeabile" tells how a part is, and names no coat."""
    before = page.tokens[span.start - 1] if span.start > page.segment_of(span.start).start else None
    told = page.form(span.start) in word_set("products.also_adjectives")
    return told and before is not None and before.is_word and before.form not in function_words()

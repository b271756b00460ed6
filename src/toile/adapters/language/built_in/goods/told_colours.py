"""Colours and cloth that a stretch tells of a product; those of a part of it make no variant.

"(transparent, green lenses)" is one frame, "(steel, white dial)" one watch: the dial is white.
"""

from toile.adapters.language.built_in.goods.colour_lists import said
from toile.adapters.language.built_in.goods.product_colours import take
from toile.adapters.language.built_in.goods.product_lists import Found
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_BOUNDS = frozenset(",;:()/+")


def tell(page: Page, found: Found, start: int, end: int) -> None:
    """Give a product the colours and the cloth between two tokens."""
    of_parts: list[str] = []
    for begin, stop in _pieces(page, start, end):
        spans = page.spans(begin, stop, "col", "m")
        if spans and _has_part(page, begin, stop):
            of_parts += [said(page, spans[0].start, stop)] if spans[0].kind == "col" else []
            continue
        for span in spans:
            take(page, found, span)
    if of_parts and not found.colours:
        found.colours.append(of_parts[0])


def _pieces(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between the commas and brackets of a stretch."""
    found: list[tuple[int, int]] = []
    begin = start
    for place in range(start, end + 1):
        if place == end or page.form(place) in _BOUNDS:
            found += [(begin, place)] if place > begin else []
            begin = place + 1
    return found


def _has_part(page: Page, start: int, end: int) -> bool:
    parts = (p for p in range(start, end) if page.form(p) in word_set("products.parts"))
    return any(not page.span_at(place, "col") for place in parts)  # Swedish "blått" is blue.

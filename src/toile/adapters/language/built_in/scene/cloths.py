"""Cloths that things lie on or stand before: "Black velvet, candlelight", "on washed linen"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_GOODS = ("g", "h", "b", "j", "c")


def bare_cloth(page: Page, segment: Segment, start: int, end: int) -> tuple[int, int] | None:
    """Return a bare material beside a light or a place: "Black velvet, candlelight"."""
    if page.form(start) in word_set("surfaces.on"):
        return _lain_on(page, start + 1, end)
    place = start
    while place < end and (inner := page.first(place, "col", "m", "adj")):
        place = inner.end
    cloth = page.has(start, end, "m") and place == end
    beside = page.has(segment.start, segment.end, "light", "s", "set")
    goods = page.has(segment.start, segment.end, *_GOODS, "media")
    return (start, end) if cloth and beside and not goods else None


def _lain_on(page: Page, start: int, end: int) -> tuple[int, int] | None:
    """Return the cloth that makes up a clause behind "on": "on washed linen"."""
    cloth = page.spans(start, end, "m")
    plain = all(page.tokens[p].is_word and page.at[p].keys() <= _CLOTH for p in range(start, end))
    return (start, end) if cloth and plain and end - start <= _SHORT else None


_CLOTH = {"m", "col", "adj"}
_SHORT = 3

"""Colours that several goods share: "hoodie and jogger, each in grey and navy"."""

from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_NEAR = 10


def each_in_both(page: Page, found: list[Found]) -> None:
    """Give every good of a row the colours that its sentence tells of each or of both."""
    for segment in page.live():
        row = [one for one in found if segment.start <= one.start < segment.end]
        row.sort(key=lambda one: one.start)
        if len(row) < 2 or any(one.colours or one.names for one in row[:-1]):
            continue
        last = row[-1]
        if not last.names and _is_of_each(page, row[0].end, segment):
            shared = last.colours or _behind(page, last, segment)
            for one in row:
                one.colours = list(shared)


def _is_of_each(page: Page, start: int, segment: Segment) -> bool:
    """Whether "each", "both", "jeweils" tells that a colour is of all."""
    words = word_set("asks.each_one") | word_set("goods.both")
    return any(page.form(p) in words for p in range(start, segment.end))


def _behind(page: Page, last: Found, segment: Segment) -> list[str]:
    """Return the colours behind a row with nothing else between: ") in tan and black each"."""
    stop = min(segment.end, last.end + _NEAR)
    hues = page.spans(last.end, stop, "col")
    if not hues or page.has(last.end, hues[-1].end, *KINDS, "media", "people", "s"):
        return []
    between = [p for p in range(last.end, hues[0].start) if page.tokens[p].is_word]
    small = word_set("asks.each_one") | word_set("goods.both") | word_set("products.right")
    return [page.said(hue) for hue in hues] if all(page.form(p) in small for p in between) else []

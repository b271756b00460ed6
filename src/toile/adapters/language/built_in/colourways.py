"""Colours said apart from their product: "the tote, colours tar and sail", "* colourways: lava"."""

from toile.adapters.language.built_in.colour_lists import plain_items, said
from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.product_lists import Found


def add_colourways(page: Page, found: list[Found]) -> None:
    """Give products without colours those of the list that a word for colours opens."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            owner = _owner(page, place, segment, found)
            if owner is None:
                continue
            items = plain_items(page, place + 1, segment.end)
            if items and (len(items) > 1 or page.span_at(items[0][0], "col")):
                owner.colours += [said(page, begin, end) for begin, end in items]
                owner.end = (
                    max(owner.end, items[-1][1]) if owner.start >= segment.start else owner.end
                )
                break


def _owner(page: Page, place: int, segment: Segment, found: list[Found]) -> Found | None:
    """Return the one product that a word for colours at a place can be of."""
    form = page.form(place)
    if form not in word_set("colourways.words") | word_set("colourways.sure"):
        return None
    before = [one for one in found if segment.start <= one.start < place]
    if not before and form in word_set("colourways.sure"):
        before = found if len(found) == 1 else []
    return before[-1] if before and not before[-1].colours else None

"""Colours said apart from their product: "the tote, colours tar and sail", "* colourways: lava"."""

from toile.adapters.language.built_in.goods.colour_lists import plain_items, said
from toile.adapters.language.built_in.goods.product_lists import Found
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def add_colourways(page: Page, found: list[Found]) -> None:
    """Give products without colours those of the list that a word for colours opens."""
    for segment in page.live():
        _shared(page, segment, found)
        for place in range(segment.start, segment.end):
            owner = _owner(page, place, segment, found)
            if owner is None:
                continue
            sure = page.form(place) in word_set("colourways.sure") or _lists_shades(page, place)
            items = plain_items(page, place + 1, segment.end, names=sure)
            if items and (len(items) > 1 or page.span_at(items[0][0], "col")):
                owner.colours += [said(page, begin, end) for begin, end in items]
                owner.end = (
                    max(owner.end, items[-1][1]) if owner.start >= segment.start else owner.end
                )
                break


def _owner(page: Page, place: int, segment: Segment, found: list[Found]) -> Found | None:
    """Return the one product that a word for colours at a place can be of."""
    form = page.form(place)
    sure = form in word_set("colourways.sure") or _lists_shades(page, place)
    if not sure and form not in word_set("colourways.words"):
        return None
    before = [one for one in found if segment.start <= one.start < place]
    if not before and sure:
        before = found if len(found) == 1 else []
    return before[-1] if before and not before[-1].colours else None


def _lists_shades(page: Page, place: int) -> bool:
    """Whether a list follows: "shades Fig, Peony", "shades: fig", not "two shades in post"."""
    token = page.tokens[min(place + 1, len(page.tokens) - 1)]
    listed = token.text == ":" or (token.is_word and token.is_name)
    return page.form(place) in word_set("colourways.shades") and listed


def _shared(page: Page, segment: Segment, found: list[Found]) -> None:
    """Read ", all in ginger", ", beides Merino": what holds for all the products of a sentence."""
    for place in range(segment.start + 1, segment.end - 1):
        own = [f for f in found if segment.start <= f.start < place and not _is_general(f)]
        if not _opens(page, place) or not _for_all(page, place):
            continue
        here = place + 1
        while here < segment.end and page.form(here) in word_set("colourways.of"):
            here += 1
        if len(own) > 1:
            _give(page, own, here, segment)


def _is_general(one: Found) -> bool:
    """Whether a product only names the trade of a house: "Cove swimwear"."""
    general = word_set("products.general")
    return not one.words and bool({one.noun, one.said.lower()} & general)


def _for_all(page: Page, place: int) -> bool:
    """Whether ", all in" or ", colours" says what all the pieces before come in."""
    form = page.form(place)
    named = form in word_set("colourways.words") | word_set("colourways.sure")
    return form in word_set("colourways.all") or (named and page.form(place - 1) == ",")


def _give(page: Page, own: list[Found], here: int, segment: Segment) -> None:
    """Give all the products of a sentence the cloth and the colours that stand here."""
    spans = page.spans(here, min(segment.end, here + _FARTHEST), "col", "m")
    if not spans or spans[0].start > here + 1:
        _give_plain(page, own, here, segment)
        return
    run = [s for i, s in enumerate(spans) if not i or s.start - spans[i - 1].end <= _JOINED]
    colours = [_said(page, span) for span in run if span.kind == "col"]
    cloth = next((_said(page, span) for span in run if span.kind == "m"), None)
    for one in own:
        one.material = one.material or cloth
        one.colours = one.colours if len(one.colours) > 1 else colours or one.colours


def _give_plain(page: Page, own: list[Found], here: int, segment: Segment) -> None:
    """Read colours that no list knows: ", both in lava and in foam"."""
    items = plain_items(page, here, segment.end) if page.form(here - 1) in _IN else []
    for one in own if len(items) > 1 else []:
        one.colours = one.colours or [said(page, begin, end) for begin, end in items]


_IN = ("in", "i", "en")
_FARTHEST = 10
_JOINED = 2


def _said(page: Page, span: Span) -> str:
    return page.said(span)


def _opens(page: Page, place: int) -> bool:
    return page.form(place - 1) in (",", "(", "-", "–", "—", ";", "/")

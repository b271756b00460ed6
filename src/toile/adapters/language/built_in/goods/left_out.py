"""Products that a later sentence leaves out: "leave the red parka out", "drop the hat"."""

from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.text.dropped import dropped, left_out
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words


def without_dropped(page: Page, found: list[Found]) -> list[Found]:
    """Take back the colour of a product that a sentence leaves out: "leave the red parka out"."""
    found = _without_left_out(page, _without_gone(page, found))
    for segment in page.live():
        if not _drops(page, segment):
            continue
        for span in page.spans(segment.start, segment.end, *KINDS, "one"):
            colour = _colour_beside(page, span)
            for product in found:
                if colour and product.noun == span.name and len(product.colours) > 1:
                    product.colours = [c for c in product.colours if c != colour]
    return found


def _without_left_out(page: Page, found: list[Found]) -> list[Found]:
    """Drop products that a later sentence leaves out by their noun: "drop the hat"."""
    order = {segment.start: index for index, segment in enumerate(page.segments)}
    kept = found
    for segment in page.live():
        for here in left_out(page, segment):
            noun = page.first(here, *KINDS)
            older = [
                f for f in kept if order[page.segment_of(f.start).start] < order[segment.start]
            ]
            meant = [f for f in older if noun and f.noun.split()[-1] == noun.name.split()[-1]]
            if len(meant) == 1 and len(meant[0].colours) <= 1:
                kept = [f for f in kept if f is not meant[0] and f.start != here]
    return kept or found


def _without_gone(page: Page, found: list[Found]) -> list[Found]:
    """Drop products that a later sentence says are gone, known by noun, word or colour."""
    kept = found
    order = {segment.start: index for index, segment in enumerate(page.segments)}
    for start, end in dropped(page):
        here = order[page.segment_of(start).start]
        old = [o for o in kept if order[page.segment_of(o.start).start] <= here]
        kept = [
            one for one in kept if one not in old or not _is_meant(page, one, (start, end), old)
        ]
    return kept or found


def _is_meant(page: Page, one: Found, gone: tuple[int, int], found: list[Found]) -> bool:
    """Whether a stretch names a product: its noun, or a word that it alone has."""
    start, end = gone
    words = {page.form(p) for p in range(start, end)} - function_words()
    own = {page.form(p) for p in range(one.start, one.end)} & words
    if start <= one.start < end:
        return bool(own)
    rest = [o for o in found if o is not one and not start <= o.start < end]
    others = {page.form(p) for o in rest for p in range(o.start, o.end)}
    noun = any(s.name == one.noun for s in page.spans(start, end, *KINDS))
    alone = all(o.noun != one.noun for o in rest)
    return bool(own - others) or (noun and alone and bool(own))


def _drops(page: Page, segment: Segment) -> bool:
    cued = any(s.name == "drop" for s in page.spans(segment.start, segment.end, "cue"))
    forms = {page.form(p) for p in range(segment.start, segment.end)}
    return cued or bool(forms & word_set("taken_back.verbs"))


def _colour_beside(page: Page, span: Span) -> str | None:
    for place in (span.start - 1, span.start - 2, span.end):
        colour = page.span_at(place, "col") if place >= 0 else None
        if colour and (colour.end == span.start or place == span.end):
            english = page.languages[0] == "en"
            return page.words(colour.start, colour.end).lower() if english else colour.name
    return None

"""What a later sentence takes back or puts right: "skip the film", "10 stills, not 14"."""

from toile.adapters.language.built_in.asks import Ask
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.product_lists import KINDS, Found
from toile.adapters.language.built_in.ratios import count_at

_FILMS = frozenset(("video", "reel"))


def without_skipped(page: Page, asks: list[Ask]) -> list[Ask]:
    """Drop the films or pictures that a later sentence skips."""
    order = {segment.start: index for index, segment in enumerate(page.segments)}
    for segment in page.live():
        kind = _skipped(page, segment)
        if kind:
            here = order[segment.start]
            asks = [a for a in asks if a.kind != kind or order[_home(page, a)] >= here]
    return asks


def _home(page: Page, ask: Ask) -> int:
    return page.segment_of(ask.start).start


def _skipped(page: Page, segment: Segment) -> str | None:
    """Return the kind of file that a sentence takes back: "skip the film", "drop the videos"."""
    for place in range(segment.start, segment.end):
        if page.form(place) not in word_set("taken_back.verbs"):
            continue
        here = place + 1
        while page.form(here) in word_set("taken_back.articles"):
            here += 1
        media = page.span_at(here, "media")
        if media and media.name != "look" and here > place + 1:
            return "video" if media.name in _FILMS else "still"
    return None


def put_right(page: Page, asks: list[Ask]) -> list[Ask]:
    """Let the count of a newer mail, or of "10 stills, not 14", take the place of the older."""
    for ask in list(asks):
        if ask not in asks:
            continue
        older = [a for a in asks if a is not ask and a.kind == ask.kind and _before(page, a, ask)]
        denied = _denied(page, ask)
        if denied is not None:
            older = [a for a in older if a.count == denied]
        elif not (ask.said and not ask.aspects and not ask.seconds and _newer(page, ask, older)):
            continue
        if len(older) == 1:
            older[0].count = ask.count
            asks = [a for a in asks if a is not ask]
    return asks


def _before(page: Page, one: Ask, two: Ask) -> bool:
    order = {segment.start: index for index, segment in enumerate(page.segments)}
    return order[_home(page, one)] < order[_home(page, two)]


def _newer(page: Page, ask: Ask, older: list[Ask]) -> bool:
    """Whether an ask stands in a newer mail than all those before it."""
    depth = page.segment_of(ask.start).depth
    return bool(older) and all(page.segment_of(a.start).depth > depth for a in older)


def _denied(page: Page, ask: Ask) -> int | None:
    """Return the count that "not 14" rules out right behind an ask."""
    for place in range(ask.end, min(len(page.tokens), ask.end + 4)):
        if page.form(place) in word_set("times.not"):
            counted = count_at(page, place + 1)
            return counted[0] if counted else None
    return None


def without_dropped(page: Page, found: list[Found]) -> list[Found]:
    """Take back the colour of a product that a sentence leaves out: "leave the red parka out"."""
    for segment in page.live():
        if not _drops(page, segment):
            continue
        for span in page.spans(segment.start, segment.end, *KINDS, "one"):
            colour = _colour_beside(page, span)
            for product in found:
                if colour and product.noun == span.name and len(product.colours) > 1:
                    product.colours = [c for c in product.colours if c != colour]
    return found


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

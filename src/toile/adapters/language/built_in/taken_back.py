"""What a later sentence takes back or puts right: "skip the film", "10 stills, not 14"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.asks import Ask
from toile.adapters.language.built_in.dropped import dropped
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import function_words
from toile.adapters.language.built_in.product_lists import KINDS, Found
from toile.adapters.language.built_in.ratios import count_at

_FILMS = frozenset(("video", "reel"))


def without_skipped(page: Page, asks: list[Ask]) -> list[Ask]:
    """Drop the films or pictures that a later sentence skips."""
    order = {segment.start: index for index, segment in enumerate(page.segments)}
    for segment in page.live():
        kind = _skipped(page, segment) or _gone(page, segment)
        if kind:
            here = order[segment.start]
            asks = [a for a in asks if a.kind != kind or order[_home(page, a)] >= here]
    return asks


def _home(page: Page, ask: Ask) -> int:
    return page.segment_of(ask.start).start


def _left_out(page: Page, segment: Segment) -> Iterator[int]:
    """Yield where what is left out begins: behind "skip the", "drop the"."""
    for place in range(segment.start, segment.end):
        if page.form(place) not in word_set("taken_back.verbs"):
            continue
        here = place + 1
        while page.form(here) in word_set("taken_back.articles"):
            here += 1
        if here > place + 1:
            yield here


def _skipped(page: Page, segment: Segment) -> str | None:
    """Return the kind of file that a sentence takes back: "skip the film", "drop the videos"."""
    for here in _left_out(page, segment):
        media = page.span_at(here, "media")
        if media and media.name != "look":
            return "video" if media.name in _FILMS else "still"
    return None


def _gone(page: Page, segment: Segment) -> str | None:
    """Return the kind of file that a sentence says is out: "the film is cancelled"."""
    for start, end in dropped(page):
        media = page.spans(start, end, "media") if segment.start <= start < segment.end else []
        if media and media[-1].name != "look" and end - media[-1].end <= 2:
            return "video" if media[-1].name in _FILMS else "still"
    return None


def put_right(page: Page, asks: list[Ask]) -> list[Ask]:
    """Let the count of a newer mail, or of "10 stills, not 14", take the place of the older."""
    asks = _of_the_newest(page, asks)
    for ask in list(asks):
        if ask not in asks:
            continue
        older = [a for a in asks if a is not ask and a.kind == ask.kind and _before(page, a, ask)]
        denied = _denied(page, ask)
        if _concludes(page, ask):
            older = [a for a in older if not a.roles] or older
        elif denied is not None:
            older = [a for a in older if a.count == denied]
        elif not (ask.said and not ask.aspects and not ask.seconds and _newer(page, ask, older)):
            continue
        if len(older) == 1:
            older[0].count = ask.count
            asks = [a for a in asks if a is not ask]
    return asks


def _of_the_newest(page: Page, asks: list[Ask]) -> list[Ask]:
    """Drop what older mails ask for where the newest one asks anew, with ratios of its own."""
    depths = [page.segment_of(ask.start).depth for ask in asks]
    least = min(depths, default=0)
    top = [ask for ask, depth in zip(asks, depths, strict=True) if depth == least]
    adds = any(page.form(a.start - 1) in word_set("taken_back.more") for a in top)
    anew = sum(bool(ask.aspects) for ask in top) > 1 and not adds
    return top if anew else asks


def _concludes(page: Page, ask: Ask) -> bool:
    """Whether "so six pics", "jetzt nur noch 6 Bilder" counts again what was counted before."""
    lead = [page.form(p) for p in range(max(0, ask.start - 3), ask.start)]
    opens = page.segment_of(ask.start).start >= ask.start - 3
    return opens and not ask.aspects and bool(set(lead) & word_set("taken_back.so"))


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
        for here in _left_out(page, segment):
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

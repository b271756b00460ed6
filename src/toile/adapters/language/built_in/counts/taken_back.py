"""Counts that a later sentence takes back or puts right: "skip the film", "10 stills, not 14"."""

from itertools import pairwise

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.dropped import dropped, left_out
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_FILMS = frozenset(("video", "reel"))


def without_skipped(page: Page, asks: list[Ask]) -> list[Ask]:
    """Drop the films or pictures that a later sentence skips."""
    order = {segment.start: index for index, segment in enumerate(page.segments)}
    gone = dropped(page)
    for segment in page.live():
        kind = _skipped(page, segment) or _gone(page, segment, gone)
        if kind:
            here = order[segment.start]
            asks = [a for a in asks if a.kind != kind or order[_home(page, a)] >= here]
    return asks


def _home(page: Page, ask: Ask) -> int:
    return page.segment_of(ask.start).start


def _skipped(page: Page, segment: Segment) -> str | None:
    """Return the kind of file that a sentence takes back: "skip the film", "drop the videos"."""
    for here in left_out(page, segment):
        media = page.span_at(here, "media")
        if media and media.name != "look":
            return "video" if media.name in _FILMS else "still"
    return None


def _gone(page: Page, segment: Segment, gone: list[tuple[int, int]]) -> str | None:
    """Return the kind of file that a sentence says is out: "the film is cancelled"."""
    for start, end in gone:
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
        denied = _denied(page, ask) or _instead_of(page, ask)
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
    # "Still eight pictures, 4:5" says again what an older mail asks for.
    again = [] if adds else [(ask.count, ask.kind, ask.aspects) for ask in top if ask.aspects]
    told = [a for a in asks if a in top or (a.count, a.kind, a.aspects) not in again]
    return top if anew else told


def _concludes(page: Page, ask: Ask) -> bool:
    """Whether "so six pics", "jetzt nur noch 6 Bilder" counts again what was counted before."""
    lead = [page.form(p) for p in range(max(0, ask.start - 3), ask.start)]
    opens = page.segment_of(ask.start).start >= ask.start - 3
    made = {f"{one}_{two}" for one, two in pairwise(lead)} & word_set("taken_back.make")
    again = bool(set(lead) & word_set("taken_back.so")) or bool(made)
    return opens and not ask.aspects and again


def _before(page: Page, one: Ask, two: Ask) -> bool:
    return page.place_of(one.start) < page.place_of(two.start)


def _newer(page: Page, ask: Ask, older: list[Ask]) -> bool:
    """Whether an ask stands in a newer mail than all those before it."""
    depth = page.segment_of(ask.start).depth
    return bool(older) and all(page.segment_of(a.start).depth > depth for a in older)


def _instead_of(page: Page, ask: Ask) -> int | None:
    """Return the count that "not 8 but 6 pictures", "ya no son 8 sino 6 fotos" rules out."""
    place = ask.start - 1
    if page.form(place) not in word_set("after_all.but"):
        return None
    place -= 1 + (page.form(place - 1) == ",")
    counted = count_at(page, place)
    lead = {page.form(p) for p in range(max(0, place - _NOT), place)}
    return counted[0] if counted and lead & word_set("times.not") else None


_NOT = 4


def _denied(page: Page, ask: Ask) -> int | None:
    """Return the count that "not 14" rules out right behind an ask."""
    for place in range(ask.end, min(len(page.tokens), ask.end + 4)):
        if page.form(place) in word_set("times.not"):
            counted = count_at(page, place + 1)
            return counted[0] if counted else None
    return None

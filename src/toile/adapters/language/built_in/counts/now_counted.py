"""A bare count in the place of one told before: "it's 12 now, not 10", "jetzt 12 statt 10"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_NEAR = 3
_AFTER = 5


def now_counted(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, one with the count that a bare number puts in its place."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            counted = count_at(page, place)
            article = page.form(place) in word_set("people.an")  # "Jetzt lieber eine Wohnung"
            if counted is None or article or _is_of_something(page, counted[1]):
                continue
            old = _old(page, counted[1], segment)
            if old is None and not _is_now(page, place, counted[1], segment):
                continue
            outside = [a for a in asks if not segment.start <= a.start < segment.end]
            meant = [a for a in outside if a.count == old] if old else _only_stills(outside)
            if len(meant) == 1 and meant[0].count != counted[0]:
                meant[0].count = counted[0]
                return [a for a in asks if a in outside or a.aspects or a.seconds]
    return asks


def _is_of_something(page: Page, place: int) -> bool:
    """Whether a number counts what stands behind it, or is a figure of a date or a ratio."""
    if page.form(place) in (":", "/", "%", "x", "×"):
        return True
    return (
        page.first(place, "media", "unit", "people", "month", "g", "h", "b", "j", "c") is not None
    )


def _old(page: Page, place: int, segment: Segment) -> int | None:
    """Return the count that no longer holds: "..., not 10", "statt 10", "au lieu de 10"."""
    for here in range(place, min(segment.end, place + _AFTER)):
        if count_at(page, here) or page.form(here) == ")" or page.span_at(here, "media"):
            return None
        if page.form(here) in word_set("now_counted.instead"):
            after = here + 1 + (page.form(here + 1) in word_set("people.of"))
            counted = count_at(page, after)
            bare = counted is not None and not _is_of_something(page, counted[1])
            return counted[0] if counted and bare else None
    return None


def _is_now(page: Page, place: int, end: int, segment: Segment) -> bool:
    lead = {page.form(p) for p in range(max(segment.start, place - _NEAR), place)}
    tail = {page.form(p) for p in range(end, min(segment.end, end + 2))}
    if page.form(place - 1) in word_set("now_counted.in_the_end"):
        return place - segment.start <= 2 * _NEAR
    opens = place - segment.start <= _NEAR
    return opens and bool((lead | tail) & word_set("now_counted.now"))


def _only_stills(asks: list[Ask]) -> list[Ask]:
    return [a for a in asks if a.kind == "still"]

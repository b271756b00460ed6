"""Counts and lengths that go from one figure to another: "the clips go from 10 to 15 seconds"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios, seconds_at

_NEAR = 3
_FAR = 6


def moved_on(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, those that have the old figure with the new one in its place."""
    for place in range(len(page.tokens)):
        move = _move(page, place)
        if move is None:
            continue
        old, new, end = move
        kinds = _kinds(page, place, end)
        rest = [a for a in asks if not place <= a.start < end]
        timed = seconds_at(page, end - 1) is not None
        meant = [a for a in rest if (a.seconds if timed else a.count) == old and a.kind in kinds]
        own = any(a.aspects for a in asks if place <= a.start < end)
        if len(meant) != 1 or (own and not timed):
            continue
        if timed:
            meant[0].seconds = new
        else:
            meant[0].count = new
        asks = rest
    return asks


def _move(page: Page, place: int) -> tuple[int, int, int] | None:
    """Return the old figure, the new one and the end of "from 10 to 15"."""
    if page.form(place) not in word_set("from_to.from"):
        return None
    old = count_at(page, place + 1)
    for here in range(old[1], min(len(page.tokens), old[1] + _NEAR)) if old else ():
        new = count_at(page, here + 1) if page.form(here) in word_set("from_to.to") else None
        shaped = find_ratios(page, here + 1, min(len(page.tokens), here + _NEAR + 1))
        if old and new and not any(r.start == here + 1 for r in shaped) and old[0] != new[0]:
            dated = page.first(new[1], "month", "weekday", "week")
            return None if dated else (old[0], new[0], new[1])
    return None


def _kinds(page: Page, start: int, end: int) -> frozenset[str]:
    """Return the kinds of file that the words around a move speak of."""
    near = page.spans(max(0, start - _FAR), min(len(page.tokens), end + 2), "media")
    films = {"video" if span.name in ("video", "reel") else "still" for span in near}
    return frozenset(films)

"""Counts put right in passing: "10 pictures ... actually make it 8", "6 bilder men det blir 8"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios, seconds_at

_FARTHEST = 18
_BETWEEN = 5
_RATIO = 4


def corrected_counts(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, a later count in the place of the one that it puts right."""
    kept = list(asks)
    for index, ask in enumerate(asks):
        after = asks[index + 1] if index + 1 < len(asks) else None
        place = _new_count(page, ask, after)
        counted = count_at(page, place) if place else None
        if counted is None:
            continue
        ask.count = counted[0]
        if after and after.start == place:
            ask.aspects = after.aspects or ask.aspects
            ask.seconds = ask.seconds or after.seconds
            kept.remove(after)
    return kept


def _new_count(page: Page, ask: Ask, after: Ask | None) -> int | None:
    """Return the place of the count that puts an ask right."""
    limit = min(len(page.tokens), ask.end + _FARTHEST, after.start if after else len(page.tokens))
    for place in range(ask.end, limit):
        here = _behind(page, place)
        counted = count_at(page, here) if here > place else None
        if counted is None or page.first(counted[1], "unit", "people", "aspect"):
            continue
        same = after is None or after.start != here or after.kind == ask.kind
        other = after is not None and place > after.start
        timed = seconds_at(page, here) is not None or page.form(counted[1]) in (":", "%")
        shaped = any(
            r.start == here for r in find_ratios(page, here, min(here + _RATIO, len(page.tokens)))
        )
        return here if same and not (other or timed or shaped) else None
    return None


def _behind(page: Page, place: int) -> int:
    """Return where a count may stand behind words that put right, else the place itself."""
    fixes = page.form(place) in word_set("corrected.fixes")
    turns = page.form(place) in word_set("corrected.turns")
    if not (fixes or turns):
        return place
    here = place + 1
    while here - place <= _BETWEEN and page.form(here) in word_set("corrected.small"):
        here += 1
    return here if here > place + 1 else place

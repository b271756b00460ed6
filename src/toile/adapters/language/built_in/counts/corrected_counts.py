"""Counts put right in passing: "10 pictures ... actually make it 8", "6 bilder men det blir 8"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at, find_ratios, seconds_at
from toile.adapters.language.built_in.text.slips import sounds

_FARTHEST = 18
_BETWEEN = 5
_RATIO = 4
_AGAIN = 2


def corrected_counts(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, a later count in the place of the one that it puts right."""
    kept = list(asks)
    for index, ask in enumerate(asks):
        after = asks[index + 1] if index + 1 < len(asks) else None
        place = _new_count(page, ask, after)
        counted = count_at(page, place) if place else None
        if counted is None:
            continue
        meant = _meant(asks[: index + 1], after) if after and after.start == place else ask
        if after and after.start == place and meant.kind != after.kind:
            continue
        meant.count = counted[0]
        again = after is not None and after.kind == ask.kind and after.count == counted[0]
        if after and again and place and 0 < after.start - place <= _AGAIN:
            kept.remove(after)  # "no wait, eight, eight frames"
            continue
        if after and after.start == place:
            figured = any(a[:1].isdecimal() for a in after.aspects)
            if figured and not set(after.aspects) <= set(meant.aspects):
                meant.aspects = after.aspects
            anew = after.seconds if meant.kind == "video" else None
            meant.seconds = anew or meant.seconds or after.seconds
            kept.remove(after)
    return kept


def _meant(before: list[Ask], new: Ask) -> Ask:
    """Return the ask that a new count puts right: that of its own ratio, else the last."""
    own = [a for a in before if new.aspects and a.kind == new.kind]
    own = [a for a in own if set(new.aspects) <= set(a.aspects)]
    return own[-1] if own else before[-1]


def _new_count(page: Page, ask: Ask, after: Ask | None) -> int | None:
    """Return the place of the count that puts an ask right."""
    limit = min(len(page.tokens), ask.end + _FARTHEST, after.start if after else len(page.tokens))
    for place in range(ask.end, limit):
        here = _behind(page, place, after)
        counted = count_at(page, here) if here > place else None
        if counted is None or page.first(counted[1], "unit", "people"):
            continue
        told = after is not None and after.start == here
        if not told and page.first(counted[1], "aspect"):
            continue
        same = after is None or after.start != here or after.kind == ask.kind or not after.said
        other = after is not None and place > after.start
        timed = seconds_at(page, here) is not None or page.form(counted[1]) in (":", "%")
        shaped = any(
            r.start == here for r in find_ratios(page, here, min(here + _RATIO, len(page.tokens)))
        )
        return here if same and not (other or timed or shaped) else None
    return None


def _behind(page: Page, place: int, after: Ask | None) -> int:
    """Return where a count may stand behind words that put right, else the place itself."""
    fixes = page.form(place) in word_set("corrected.fixes")
    turns = page.form(place) in word_set("corrected.turns")
    if not (fixes or turns):
        return place
    here = place + 1
    while here - place <= _BETWEEN and page.form(here) in word_set("corrected.small"):
        here += 1
    told = fixes and after is not None and after.start == here and bool(after.aspects)
    return here if told or here > place + 1 or _bursts_out(page, place) else place


def _bursts_out(page: Page, place: int) -> bool:
    """Whether a plain "no" puts right, not "non cinque": "four, no five", "euh non cinq"."""
    form, before = page.form(place), page.form(place - 1)
    said = f"{page.languages[0]}:{form}" in word_set("corrected.no")
    hummed = before in sounds(page.languages[0])
    comma = before in (",", "…", "-", "–", "—", ".") and page.form(place + 1) == ","
    return form in word_set("corrected.fixes") and ((said and before == ",") or hummed or comma)

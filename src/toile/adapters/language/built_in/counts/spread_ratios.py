"""Ratios that a text sets once for everything, or counts alike: "all 4:5", "7 each"."""

from toile.adapters.language.built_in.counts.asks import (
    Ask,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at, find_ratios

_ALL = word_set("deliverables.all")


def spread_ratio(page: Page, asks: list[Ask]) -> None:
    """Give asks without a ratio the one that the text sets for everything."""
    everywhere = {
        r.value
        for s in page.live()
        for r in find_ratios(page, s.start, s.end)
        if r.value[:1].isdecimal() and not _of_a_medium(page, r) and not _of_a_film(s, asks, r)
    }
    for ask in asks:
        if not ask.aspects and len(everywhere) == 1 and ask.kind == "still":
            ask.aspects = list(everywhere)
    for segment in page.live():
        inside = [a for a in asks if segment.start <= a.start < segment.end]
        ratios = [
            r
            for r in find_ratios(page, segment.start, segment.end)
            if page.span_at(r.start, "chan") is None
        ]
        general = any(page.form(p) in _ALL for p in range(segment.start, segment.end))
        alone = not inside and len({r.value for r in ratios}) == 1
        if ratios and (general or alone):
            value = _everywhere(page, ratios)
            for ask in asks:
                ask.aspects = ask.aspects or [value]


def _of_a_medium(page: Page, ratio: Ratio) -> bool:
    """Whether "reels", "stories" or "TV" only say their own ratio."""
    return page.first(ratio.start, "media", "chan") is not None


def _of_a_film(segment: Segment, asks: list[Ask], ratio: Ratio) -> bool:
    """Whether a ratio is told of films: it stands behind a request for them."""
    before = [a for a in asks if segment.start <= a.start < ratio.start]
    return bool(before) and max(before, key=lambda a: a.start).kind == "video"


def _everywhere(page: Page, ratios: list[Ratio]) -> str:
    """Return the ratio right behind a word for all, else the last of a sentence."""
    for ratio in ratios:
        if any(page.form(p) in _ALL for p in range(ratio.start - 2, ratio.start)):
            return ratio.value
    return ratios[-1].value


def spread_each(page: Page, segment: Segment, ratios: list[Ratio]) -> list[Ask]:
    """Read "square for feed, story for story, 7 each"."""
    if len(ratios) < 2:
        return []
    for place in range(ratios[-1].end, segment.end):
        counted = count_at(page, place)
        if counted and page.span_at(counted[1], "each"):
            return [Ask(place, counted[1], counted[0], aspects=[r.value]) for r in ratios]
    return []

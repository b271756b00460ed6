"""Files of one sort counted anew by their noun: "actually four details", "gli still sono 4"."""

from toile.adapters.language.built_in.counts.asks import STEM, Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_NEAR = 4


def counted_anew(page: Page, asks: list[Ask]) -> list[Ask]:
    """Return the asks, a sort that a later sentence counts anew with its new count."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            told = _told(page, place, segment)
            own = _named(page, told[0], segment, asks) if told else None
            if told and own:
                own.count = told[1]
                asks = [a for a in asks if a is own or not _lies_in(a, segment)]
    return asks


def _told(page: Page, place: int, segment: Segment) -> tuple[int, int] | None:
    """Return the noun and the count of "the details are four" and "actually four details"."""
    are = page.form(place) in word_set("counts_behind.are")
    behind = count_at(page, place + 1) if are else None
    if behind and place > segment.start and not page.first(behind[1], "media", "role", "unit"):
        return place - 1, behind[0]
    here = count_at(page, place)
    if here is None or page.first(here[1], "unit", "people"):
        return None
    lead = {page.form(p) for p in range(max(segment.start, place - _NEAR), place)}
    return (here[1], here[0]) if lead & word_set("counted_anew.leads") else None


def _named(page: Page, noun: int, segment: Segment, asks: list[Ask]) -> Ask | None:
    """Return the one sort of an earlier sentence that goes by a noun, one of several."""
    before = [a for a in asks if a.end <= segment.start and a.roles]
    own = [a for a in before if _says(page, a, page.form(noun))]
    return own[0] if len(own) == 1 and len(before) > 1 else None


def _says(page: Page, ask: Ask, form: str) -> bool:
    words = (page.form(p) for p in range(ask.start, ask.end))
    return len(form) >= STEM and any(word[:STEM] == form[:STEM] for word in words)


def _lies_in(ask: Ask, segment: Segment) -> bool:
    return segment.start <= ask.start < segment.end and not ask.aspects

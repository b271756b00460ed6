"""Days of what was made before, which the new pictures are to be like."""

from toile.adapters.language.built_in.days.date_parts import When
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_FAR = 6


def without_likened(page: Page, dates: list[When]) -> list[When]:
    """Return the dates of a page but those of what was made before: "as in March 2025"."""
    return [when for when in dates if not (when.year_said and _is_of_old(page, when.start))]


def _is_of_old(page: Page, place: int) -> bool:
    """Whether something of that day is what the new pictures are to be like."""
    segment = page.segment_of(place)
    lead = range(max(segment.start, place - _FAR), place)
    led = [p for p in lead if page.form(p) in word_set("bygone.like")]
    return bool(led) and page.form(place - 1) in word_set("bygone.of") | {"in", "im", "en", "i"}

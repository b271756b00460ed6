"""Forwarded mail: the newest stands on top, its word is last; head lines are nobody's brief."""

from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment

_HEADS = word_set("thread.heads")


def newest_last(page: Page) -> None:
    """Order segments by age, deepest quotation first, so that later readers may simply
    overwrite.
    """
    for segment in page.segments:
        if _is_head(page, segment):
            page.masked.add(segment.start)
    if any(segment.depth for segment in page.segments):
        page.segments = sorted(page.segments, key=lambda segment: (-segment.depth, segment.start))


def _is_head(page: Page, segment: Segment) -> bool:
    """Whether a line is "From: Dale", "> Karla, 19.11.:" or the like."""
    place = segment.start
    while place < segment.end and page.tokens[place].text == ">":
        place += 1
    if place + 1 >= len(page.tokens) or place >= segment.end:
        return False
    return page.form(place) in _HEADS and page.tokens[place + 1].text == ":"

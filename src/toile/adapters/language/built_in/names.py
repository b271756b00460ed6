"""The name of a collection or capsule."""

from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.seasons import SEASONS, Named


def read_collection(page: Page) -> Named | None:
    """Return the name of a collection or capsule."""
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "cue"):
            if span.name != "collection":
                continue
            quoted = _quoted(page, span.end, segment)
            if quoted:
                return quoted
            before = span.start - 1
            if (
                before >= segment.start
                and page.tokens[before].is_name
                and page.form(span.start)
                in ("capsule", "collection", "edit", "kapsel", "kollektion")
            ):
                named = page.tokens[before]
                if named.form not in SEASONS and not page.at[before].keys() & {
                    "month",
                    "s",
                    "m",
                    "g",
                }:
                    return page.words(before, span.end), before, span.end
    return None


def _quoted(page: Page, place: int, segment: Segment) -> Named | None:
    while place < segment.end and page.form(place) in word_set("names.quoted"):
        place += 1
    if place >= segment.end or page.tokens[place].text not in '"“”«„':
        return None
    end = place + 1
    while end < segment.end and page.tokens[end].text not in '"“”»':
        end += 1
    return (page.words(place + 1, end), place + 1, end) if 0 < end - place - 1 <= 5 else None

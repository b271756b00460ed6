"""The name of a collection or capsule."""

import re

from toile.adapters.language.built_in.days.seasons import SEASONS, Named
from toile.adapters.language.built_in.goods.style_names import names_a_style
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_QUOTED = re.compile(r"[\"“„«]([A-ZÀ-Þ][^\"”“»\n]{2,30})[\"”“»]")


def read_collection(page: Page, behind: set[int]) -> Named | None:
    """Return the name of a collection or capsule.

    ``behind`` are the places where brand and season end: a name in quotation marks there is it.
    """
    for match in _QUOTED.finditer(page.text):
        places = [p for p, t in enumerate(page.tokens) if match.start(1) <= t.start < match.end(1)]
        if places and _is_collection(page, places[0], places[-1] + 1, behind):
            return match.group(1), places[0], places[-1] + 1
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "cue"):
            if span.name != "collection" or page.has(span.start - 2, span.end, "claim"):
                continue
            quoted = _quoted(page, span.end, segment)
            if quoted:
                return quoted
            plain = _plain_name(page, span.end, segment)
            if plain:
                return plain
            before = span.start - 1
            if (
                before >= segment.start
                and page.tokens[before].is_name
                and page.form(span.start)
                in ("capsule", "collection", "edit", "drop", "kapsel", "kollektion")
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


def _is_collection(page: Page, start: int, end: int, behind: set[int]) -> bool:
    """Whether a name in quotation marks is that of a collection: the "Puddle Club" range."""
    if page.has(max(0, start - 4), start, "claim", "photo") or names_a_style(page, start):
        return False
    named = [s for s in page.spans(end, end + 3, "cue") if s.name == "collection"]
    own = page.segment_of(start).start
    return bool(named) or any(place in behind for place in range(max(own, start - 3), start))


def _plain_name(page: Page, place: int, segment: Segment) -> Named | None:
    """Read "collection Estran", "la ligne Étrier": names right behind the word."""
    if page.languages[0] == "en" and page.form(place) not in word_set("names.quoted"):
        return None
    while place < segment.end and page.form(place) in word_set("names.quoted"):
        place += 1
    end = place
    while end < segment.end and end - place < 3 and _is_name(page, end):
        end += 1
    return (page.words(place, end), place, end) if end > place else None


def _is_name(page: Page, place: int) -> bool:
    token = page.tokens[place]
    kinds = page.at[place].keys()
    other = kinds & {"month", "season", "head", "people", "media", "cue", "group", "g", "weekday"}
    plain = token.is_name and token.is_word and token.form not in SEASONS and not other
    return plain and (page.languages[0] != "de" or not kinds)


def _quoted(page: Page, place: int, segment: Segment) -> Named | None:
    while place < segment.end and page.form(place) in word_set("names.quoted"):
        place += 1
    if place >= segment.end or page.tokens[place].text not in '"“”«„':
        return None
    end = place + 1
    while end < segment.end and page.tokens[end].text not in '"“”»':
        end += 1
    return (page.words(place + 1, end), place + 1, end) if 0 < end - place - 1 <= 5 else None

"""The name of a collection or capsule."""

import re

from toile.adapters.language.built_in.days.seasons import SEASONS, Named
from toile.adapters.language.built_in.goods.style_names import is_launched, names_a_style
from toile.adapters.language.built_in.text.lexicon import Span, word_set
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
            found = (
                _plain_name(page, span.end, segment)
                or _name_before(page, span.start, segment)
                or _leading_name(page, span, segment)
            )
            if found:
                return found
    return None


_NOUNS = ("capsule", "collection", "edit", "drop", "kapsel", "kollektion")
_OTHERS = frozenset(("month", "s", "m", "g"))


def _leading_name(page: Page, span: Span, segment: Segment) -> Named | None:
    """Read "the Tidewater capsule": a name right before the word."""
    before = span.start - 1
    if before < segment.start or page.form(span.start) not in _NOUNS:
        return None
    named = page.tokens[before]
    plain = named.is_name and named.form not in SEASONS and not page.at[before].keys() & _OTHERS
    return (page.words(before, span.end), before, span.end) if plain else None


def _name_before(page: Page, place: int, segment: Segment) -> Named | None:
    """Read "Månskära heter serien", "Zwei Ufer heißt die Kollektion": the name stands first."""
    here = place - 1
    while here > segment.start and page.form(here) in word_set("people.the"):
        here -= 1
    if page.form(here) not in word_set("names.heads_called"):
        return None
    end = here - (page.form(here - 1) in word_set("names.quoted"))
    start = end
    while start > segment.start and page.tokens[start - 1].is_name:
        start -= 1
    return (page.words(start, end), start, end) if start < end else None


def _is_collection(page: Page, start: int, end: int, behind: set[int]) -> bool:
    """Whether a name in quotation marks is that of a collection: the "Puddle Club" range."""
    if page.has(max(0, start - 4), start, "claim", "photo") or names_a_style(page, start):
        return False
    if is_launched(page, start - 1):
        return True
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

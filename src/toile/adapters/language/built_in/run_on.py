"""Dictated text without signs: where one wish ends and the next begins.

A stretch of many words without any sign is cut before what opens a wish: a count of files or of
people, a "no", a day of going live, a budget, or a word that speakers begin with.
"""

from dataclasses import replace

from toile.adapters.language.built_in.countries import countries
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, puts_right
from toile.adapters.language.built_in.text.ratios import count_at

_LONGEST = 34
_SHORTEST = 2
_CUES = frozenset(("budget", "live", "due", "shoot", "location"))


def cut_run_ons(page: Page) -> list[Segment]:
    """Return the segments of a page, those that run on without a sign cut into wishes."""
    return [part for segment in page.segments for part in _parts(page, segment)]


def _parts(page: Page, segment: Segment) -> list[Segment]:
    if not _runs_on(page, segment):
        return [segment]
    parts: list[Segment] = []
    start = segment.start
    for place in range(segment.start + 1, segment.end):
        spoken = _spoken_sign(page, place)
        if spoken or (place - start >= _SHORTEST and _opens(page, place)):
            if place > start:
                parts.append(replace(segment, start=start, end=place))
            start = place + spoken
    return [*parts, replace(segment, start=start)] if start < segment.end else parts


def _runs_on(page: Page, segment: Segment) -> bool:
    """Whether more words follow each other than anybody writes without a sign."""
    length = 0
    for place in range(segment.start, segment.end):
        length = length + 1 if page.tokens[place].is_word or page.tokens[place].number else 0
        if length > _LONGEST:
            return True
    return False


def _spoken_sign(page: Page, place: int) -> int:
    """Return how many tokens a sign takes that was said aloud ("full stop"), or a sound ("um")."""
    signs = word_set(f"run_on.signs.{page.languages[0]}")
    if f"{page.form(place)}_{page.form(place + 1)}" in signs:
        return 2
    return int(page.form(place) in signs)


def _opens(page: Page, place: int) -> bool:
    """Whether a new wish begins at a place."""
    if puts_right(page, place - 1) or puts_right(page, place):
        return False
    joined = page.form(place - 1) in word_set("run_on.joins")
    if joined and page.form(place - 1) not in word_set("asks.joins"):
        return False
    pair = f"{page.form(place)}_{page.form(place + 1)}"
    if page.form(place) in word_set("run_on.opens") or pair in word_set("run_on.opens"):
        return True
    if page.span_at(place, "neg") and not page.span_at(place - 1, "neg"):
        return True
    return _counts(page, place) or _cued(page, place) or _lists_countries(page, place)


def _lists_countries(page: Page, place: int) -> bool:
    """Whether a list of countries begins: "no dogs Germany Austria"."""
    found = countries(page, place, min(place + 6, len(page.tokens)))
    first = len(found) > 1 and found[0].start == place and found[1].start - found[0].end <= 1
    return first and not countries(page, max(0, place - 2), place)


def _counts(page: Page, place: int) -> bool:
    """Whether files or people are counted from here on."""
    counted = count_at(page, place)
    if counted is None:
        single = page.form(place) in word_set("people.count_before")
        counted = (1, place + 1) if single else None
    if counted is None or count_at(page, place - 1):
        return False
    near = page.first(counted[1], "media", "people")
    plain = page.form(counted[1]) not in function_words()
    return near is not None or (plain and page.first(counted[1] + 1, "people") is not None)


def _cued(page: Page, place: int) -> bool:
    span = page.span_at(place, "cue")
    long = span is not None and len(page.form(place)) > 3
    return bool(span and long and span.name in _CUES and not page.span_at(place, "media"))

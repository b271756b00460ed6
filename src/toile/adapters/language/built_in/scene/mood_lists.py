"""Moods by their place: whatever stands behind "feel" or beside a known mood is one, listed or not.

"Feel salty and brisk", "mood fresco, perezoso, de siesta", "Warm and silly.", "allegro, un po'
caotico": no list holds all the words that people find for this.
"""

from collections.abc import Iterator

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside, say

Idea = tuple[str, int, int]
Stretches = list[tuple[int, int]]
_MOST, _LONGEST = 4, 2
_CUED = 4
_FARTHEST = 8


def mood_lists(page: Page, negations: Stretches) -> list[Idea]:
    """Return the moods of lists that nothing else claims."""
    found: list[Idea] = []
    for segment in page.live():
        if page.label(segment):
            continue
        for start, end in _led(page, segment, negations):
            found += _ideas(page, start, end)
        parts = list(_parts(page, segment.start, segment.end))
        if _is_list(page, parts) and not inside(segment.start, negations):
            found += _ideas(page, segment.start, segment.end)
    return found


def _ideas(page: Page, start: int, end: int) -> list[Idea]:
    parts = [_core(page, *part) for part in _parts(page, start, end)]
    return [(said.lower(), *part) for part in parts if (said := _said(page, *part))]


def _said(page: Page, start: int, end: int) -> str:
    """Return a mood in its words, "a bit nosy" whole."""
    english = page.languages[0] == "en" and _degrees(page, start, end)
    return page.words(start, end) if english else say(page, start, end)


def _is_list(page: Page, parts: list[tuple[int, int]]) -> bool:
    """Whether a sentence is but a few plain words, a known mood or "a bit" among them."""
    if not 1 < len(parts) <= _MOST or not all(_is_plain(page, *part) for part in parts):
        return False
    told = (page.has(*part, "mood") or _degrees(page, *part) for part in parts)
    return any(told)


def _degrees(page: Page, start: int, end: int) -> bool:
    degrees = word_set("mood.degrees")
    first = start + (page.form(start) in word_set("people.an"))  # "A presto, Ilaria" is no mood.
    return end - start > 1 and page.form(first) in degrees - word_set("people.an")


def _is_plain(page: Page, start: int, end: int) -> bool:
    """Whether a part is one word of its own, with "a bit" before it at most, claimed by nobody."""
    degrees = word_set("mood.degrees")
    if _degrees(page, start, end):
        degrees |= word_set("people.of")  # "a bit of wit"
    words = [p for p in range(start, end) if page.form(p) not in degrees]
    claimed = any(page.at[p].keys() - {"mood", "adj"} for p in words)
    plain = all(page.tokens[p].is_word and len(page.form(p)) > 2 for p in words)
    small = any(page.form(p) in function_words() for p in words)
    return 0 < len(words) <= _LONGEST - 1 and plain and not claimed and not small


def _led(page: Page, segment: Segment, negations: Stretches) -> Iterator[tuple[int, int]]:
    """Yield what stands behind "feel", "mood" and the like up to where another field begins."""
    for cue in page.spans(segment.start, segment.end, "cue"):
        opens = cue.start == segment.start or not page.tokens[cue.start - 1].is_word
        should = page.form(cue.start - 1) in word_set("mood.led")
        if cue.name != "mood" or inside(cue.start, negations):
            continue
        if cue.end == segment.end or not page.tokens[cue.end].is_word:
            yield from _before(page, segment, cue.start)
        if not (opens or should):
            continue
        end = cue.end
        for start, stop in _parts(page, cue.end, segment.end):
            joined = page.form(start - 1) in word_set("asks.joins")
            if not _is_mood(page, start, stop) or (start > cue.end and end == cue.end):
                break
            end = stop
            if joined:
                break
        if end > cue.end:
            yield cue.end, end


def _before(page: Page, segment: Segment, stop: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between "soll" and "wirken"."""
    near = range(max(segment.start, stop - _FARTHEST), stop)
    led = next((p for p in near if page.form(p) in word_set("mood.led")), None)
    parts = list(_parts(page, led + 1, stop)) if led is not None else []
    if parts and all(_is_mood(page, *part) for part in parts):
        yield parts[0][0], stop


def _is_mood(page: Page, start: int, end: int) -> bool:
    """Whether a part behind a word for mood is one: short, and no other field's."""
    first = start
    if page.form(first) in word_set("mood.not_after"):
        return _degrees(page, start, end) and _is_plain(page, start, end)
    claimed = any(page.at[p].keys() - {"mood", "adj"} for p in range(start, end))
    words = all(page.tokens[p].is_word for p in range(start, end))
    return end - start <= _CUED and words and not claimed


def _core(page: Page, start: int, end: int) -> tuple[int, int]:
    """Drop joining words and sounds at the edges: "and, um, generous"."""
    while start < end and not page.tokens[start].is_word:
        start += 1
    return start, end


def _parts(page: Page, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between commas and joining words."""
    begin = start
    for place in range(start, end + 1):
        joins = place < end and page.form(place) in word_set("asks.joins") | {",", "but"}
        if place == end or joins:
            if place > begin:
                yield begin, place
            begin = place + 1

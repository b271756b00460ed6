"""Somebody dressed where she is seen: "at the café, Sofie with round glasses".

Read with the numbers of those shots in the place's stead: nobody moves, and nothing else changes.
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_IN = {"en": "in", "fr": "dans", "it": "in", "es": "en", "de": "in", "sv": "i"}
_AND = {"en": "and", "fr": "et", "it": "e", "es": "y", "de": "und", "sv": "och"}
_WORN = ("g", "h", "b", "j", "p")
_NEAR = 6


def dressed_there(page: Page, board: BoardWords) -> str | None:
    """Return the text with the numbers of the shots there, or ``None``."""
    if any(token.text.isdecimal() for token in page.tokens) or "?" in page.text:
        return None
    for segment in page.live():
        if {"add", "duplicate"} & {s.name for s in page.spans(segment.start, segment.end, "act")}:
            continue
        for place in range(segment.start, segment.end - 3):
            opens = place == segment.start or page.form(place - 1) in word_set("naming.and")
            told = _told(page, segment, board, place) if opens else None
            if told is not None:
                return told
    return None


def _told(page: Page, segment: Segment, board: BoardWords, start: int) -> str | None:
    begin = start + 1 + (page.form(start + 1) in word_set("naming.articles"))
    if page.form(start) not in word_set("naming.in"):
        return None
    found = board.mentions(page, begin, min(begin + _NEAR, segment.end))
    place = found[0].of("set") if found and found[0].start == begin else None
    if place is None or not place.entries:
        return None
    name = place.end + (page.tokens[place.end].text in (",", ":") if place.end < segment.end else 0)
    who = next((m for m in found if m.start == name and m.fields == {"talent"}), None)
    if who is None or who.end >= segment.end or not _is_dressed(page, segment, who.end):
        return None
    shots = [i for i in place.shots if i in who.shots]
    numbers = [str(board.numbers[i]) for i in shots]
    if not numbers:
        return None
    tongue = page.languages[0]
    listed = f" {_AND[tongue]} ".join((", ".join(numbers[:-1]), numbers[-1])[len(numbers) < _TWO :])
    head, tail = page.tokens[start].start, page.tokens[who.start].start
    return f"{page.text[:head]}{_IN[tongue]} {listed} {page.text[tail:]}"


_TWO = 2


def _is_dressed(page: Page, segment: Segment, place: int) -> bool:
    """Whether "with a grey scarf", "in a red beret" follows, and no picture."""
    led = page.form(place) in word_set("people.with") | word_set("dressed_there.in")
    near = range(place + 1, min(place + _NEAR, segment.end))
    worn = next((p for p in near if page.first(p, *_WORN) is not None), None)
    return led and worn is not None and not page.has(place, worn, "light", "framing", "noun")

"""A body that is to be changed and not named: "2 warmer and thinner".

A word that is said of bodies counts as such a wish where a sentence names nothing else that it
could be said of: "a thinner belt", "the border thinner" are none.
"""

from collections.abc import Iterator

from toile.adapters.language.built_in.flags.alteration_clauses import Reading
from toile.adapters.language.built_in.flags.alteration_words import Code, group_of
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p", "m", "copy", "photo", "aspect", "neg", "set", "s")
_SAID = ("act", "rel", "light", "framing", "angle", "ref", "noun", "n", "ord", "chat", "pose")
_OF_PICTURES = ("pale", "older")  # They count beside a pose only.
_CODES: dict[str, Code] = {
    "lean": "BODY_RESHAPING",
    "younger": "FEATURE_ALTERATION",
    "pale": "SKIN_TONE_ALTERATION",
    "older": "FEATURE_ALTERATION",
}
_STOPS = frozenset(".;!?\n")


def unnamed(reading: Reading) -> Iterator[tuple[Code, int]]:
    """Yield the places of words that change whoever is in a shot, though nobody is named."""
    page = reading.page
    if not reading.chosen:
        return
    for name, code in _CODES.items():
        for place, _ in group_of(reading.language, name).within(page, reading.start, reading.end):
            posed = page.has(*_sentence(page, place), "pose")
            if (posed or name not in _OF_PICTURES) and _says_nothing_else(reading, page, place):
                yield code, place


def _says_nothing_else(reading: Reading, page: Page, changed: int) -> bool:
    """Whether a sentence has only shots, steps and small words around a word."""
    first, last = _sentence(page, changed)
    if page.has(first, last, *_THINGS):
        return False
    small = group_of(reading.language, "gap", "only", *_CODES)
    place = first
    while place < last:
        token, said = page.tokens[place], page.first(place, *_SAID)
        stop = max(small.at(page, place, last), said.end if said else place)
        if stop == place and token.is_word and not token.text.isdecimal():
            return False
        place = max(stop, place + 1)
    return True


def _sentence(page: Page, place: int) -> tuple[int, int]:
    """Return the sentence around a token, also where only a clause of it is read."""
    first, last = place, place
    while first > 0 and page.tokens[first - 1].text not in _STOPS:
        first -= 1
    while last < len(page.tokens) and page.tokens[last].text not in _STOPS:
        last += 1
    return first, last

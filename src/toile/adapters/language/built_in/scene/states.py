"""Clauses that tell how a thing is to be seen: "hood up in three pictures", "bolsillos llenos".

A thing, or a part of one, and the state it is in, known or put into English by the dictionary.
"""

from toile.adapters.language.built_in.text import dictionary
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words

_LONGEST = 11
_OTHERS = ("people", "set", "light", "hmu", "chan", "month", "weekday", "aspect")
GOODS = ("g", "h", "b", "j")
_CUES = frozenset(
    ("mood", "palette", "location", "light", "hmu", "products", "budget", "live", "due")
)


def is_state(page: Page, start: int, end: int) -> bool:
    """Whether a clause says in which state a thing is to be seen."""
    core = without_frames(page, start, end)
    first = start
    while first < core and page.form(first) in word_set("states.articles"):
        first += 1
    if end - start > _LONGEST or core - first < 2 or page.has(first, core, *_OTHERS):
        return False
    # A Swedish "uppe" goes live, and a hood is up.
    cued = (s for s in page.spans(start, core, "cue") if s.name in _CUES and s.start > start)
    if any(s.end < core or not _english(page, s.start) & word_set("states.last") for s in cued):
        return False
    if any(s.name in _CUES for s in page.spans(start, start + 1, "cue")):
        return False
    if _is_allowed(page, start, end):
        return False
    thing = _thing(page, first, core)
    placed = page.has(first, core, "s")
    if not thing and (first > start or placed or page.has(first, core, "n")):
        return False
    named = page.form(first) not in function_words() and page.tokens[first].is_word
    after = range(first + 1, core)
    told = any(_is_told(page, place, thing, place == core - 1) for place in after)
    return named and told


def without_frames(page: Page, start: int, end: int) -> int:
    """Return where "in at least three pictures", "auf jedem Bild", "except one" begins."""
    for place in range(start + 1, end):
        led = page.form(place) in word_set("states.framed") and page.has(place, end, "media")
        led = led and page.form(place + 1) not in word_set("states.framed")  # "cappuccio su in due"
        if led or page.form(place) in word_set("states.rest"):
            return place
    return end


def is_part(page: Page, start: int, end: int) -> bool:
    """Whether a part of a garment stands here: "buckle", "Naht"."""
    parts = word_set("states.parts") | word_set("musts.part")
    return any(_english(page, place) & parts for place in range(start, end))


def _thing(page: Page, start: int, end: int) -> bool:
    """Whether a garment, a thing or a part of one stands here."""
    return page.has(start, end, *GOODS) or is_part(page, start, end)


def _is_told(page: Page, place: int, thing: bool, last: bool) -> bool:
    """Whether a word is a state; "up", "down" and "on" are one at the end, behind a thing."""
    if page.form(place - 1) in word_set("shared.in"):
        return False  # "Fassung Nika in Klar" is a colour.
    if f"{page.form(place)}_{page.form(place + 1)}" in word_set("states.idioms"):
        return False  # "camicie su misura"
    if not thing:
        return page.form(place) in word_set("musts.states")
    known = word_set("musts.states") | (word_set("states.last") if last else frozenset())
    return bool(_english(page, place) & known)


def _is_allowed(page: Page, start: int, end: int) -> bool:
    """Whether something is only allowed: "dirty hands are fine"."""
    return any(page.form(p) in word_set("states.allowed") for p in range(start, end))


def _english(page: Page, place: int) -> frozenset[str]:
    """Return a word and what it is in English, without its plural."""
    form = page.form(place)
    if not page.tokens[place].is_word:
        return frozenset()
    said = dictionary.exactly([form], page.languages[0]) or ""
    return frozenset((form, form.removesuffix("s"), said, *said.split()))

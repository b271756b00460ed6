"""A thing put on with no verb: "3: sunglasses on", "3: Brille auf"; read as "3 with ... on"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_WITH = {"en": "with", "de": "mit", "sv": "med"}
_THINGS = ("g", "h", "b", "j")


def worn_on(page: Page) -> str | None:
    """Return the text with "with" in front of what is put on, or ``None``."""
    led = _WITH.get(page.languages[0])
    segments = [*page.live()]
    if led is None or len(segments) != 1:
        return None
    thing = _thing(page, segments[0])
    if thing is None:
        return None
    number, rest = page.tokens[segments[0].start].text, page.text[page.tokens[thing].start :]
    return f"{number} {led} {rest}"


def _thing(page: Page, segment: Segment) -> int | None:
    """Return where what is put on begins: behind a number and a sign, with "on" at the end."""
    place = segment.start + 1
    if segment.end - segment.start < _LEAST or not page.tokens[segment.start].text.isdecimal():
        return None
    place += page.tokens[place].text in ":,"
    last = segment.end - 1
    on = page.form(last) in word_set("worn_on.on")
    thing = page.first(place, *_THINGS)
    alone = thing is not None and thing.end == last
    return place if on and alone and not page.has(segment.start, last, "act", "rel") else None


_LEAST = 3

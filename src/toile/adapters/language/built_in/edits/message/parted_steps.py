"""A verb of two words around what it changes: "cool all the night shots down".

It is read in the plain order: "cool down all the night shots". English alone parts them so.
"""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_LONGEST = 8
_SHORTEST = 2


def parted_steps(page: Page) -> str | None:
    """Return the text with the two words side by side, or ``None``."""
    if page.languages[0] != "en":
        return None
    for segment in page.live():
        for place in range(segment.start, segment.end - _SHORTEST):
            end = _particle(page, segment, place)
            if end is not None:
                start = page.tokens[place].start
                verb, object_ = page.words(place, place + 1), page.words(place + 1, end)
                tail = page.text[page.tokens[end].end :]
                return f"{page.text[:start]}{verb} {page.words(end, end + 1)} {object_}{tail}"
    return None


def _particle(page: Page, segment: Segment, place: int) -> int | None:
    """Return where "down" ends what began with "cool", where shots stand in between."""
    pairs = word_set("parted_steps.verbs")
    for end in range(place + _SHORTEST, min(segment.end, place + _LONGEST)):
        if not page.tokens[end - 1].text[:1].isalnum():
            return None
        last = end + 1 == segment.end or not page.tokens[end + 1].text[:1].isalnum()
        if f"{page.form(place)}_{page.form(end)}" not in pairs or not last:
            continue
        inside = range(place + 1, end)
        shots = any(
            page.tokens[p].text.isdecimal() or page.span_at(p, "noun") or page.first(p, "s", "set")
            for p in inside
        )
        return end if shots else None
    return None

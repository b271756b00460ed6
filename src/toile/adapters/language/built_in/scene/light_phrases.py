"""Light said in words of one's own: "raking winter light", "lumière rasante", "kaltes Licht".

A noun for light with the words that describe it; the noun alone says nothing.
"""

from toile.adapters.language.built_in.text.families import GERMANIC, ROMANCE
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside, say
from toile.adapters.language.built_in.text.ratios import count_at

Idea = tuple[str, int, int]
_LONGEST = 4
_OTHERS = ("media", "neg", "people", "g", "h", "b", "j", "c", "must", "chan", "each", "cue", "head",
           "month", "weekday", "age", "aspect", "role")  # fmt: skip


def light_phrases(page: Page, segment: Segment, negations: list[tuple[int, int]]) -> list[Idea]:
    """Return the described light of a segment with its tokens."""
    found: list[Idea] = []
    if page.has(segment.start, segment.end, "photo", "copy", "claim"):
        return found
    for place in range(segment.start, segment.end):
        if not _is_head(page, place) or inside(place, negations):
            continue
        start, end = _phrase(page, place, segment)
        if end - start > 1 and not page.has(start, end, "light"):
            found.append((say(page, start, end).lower(), start, end))
    return found


def _is_head(page: Page, place: int) -> bool:
    form = page.form(place)
    if page.span_at(place, "b"):
        return False  # A lamp that is sold lights nothing.
    shade = page.span_at(place - 1, "col") if place else None
    if shade and page.languages[0] in ROMANCE:
        return False  # "jaune soleil" is a yellow.
    if form in word_set(f"light.heads.{page.languages[0]}"):
        return not page.first(place + 1, "g", "h", "b", "j", "c", "col", "m", "media")
    joined = page.languages[0] in GERMANIC and len(form) > 6
    return joined and form.endswith(("licht", "ljus", "sonne", "schatten"))


def _phrase(page: Page, place: int, segment: Segment) -> tuple[int, int]:
    start, end = described_from(page, place, segment), place + 1
    if page.languages[0] in ROMANCE:
        while end < segment.end and end - place <= _LONGEST and _describes(page, end):
            end += 1
            if page.form(end) in word_set("light.of") and end + 1 < segment.end:
                end += 1 + (page.form(end + 1) in word_set("places.articles"))
        return start, end
    if page.form(end) in word_set("light.from") and end + 1 < segment.end:
        while end < segment.end and page.tokens[end].is_word and end - place <= _LONGEST + 1:
            end += 1
    return start, end


def described_from(page: Page, place: int, segment: Segment) -> int:
    """Return where the words begin that describe the light at a place."""
    start = place
    while start > segment.start and place - start < _LONGEST and _describes(page, start - 1):
        start -= 1
    return start


def describes_light(page: Page, place: int) -> bool:
    """Whether a word that may be a place describes the light behind it: "flat grey daylight"."""
    if page.form(place) not in word_set("light.flat"):
        return False
    for here in range(place + 1, min(place + _LONGEST, len(page.tokens))):
        if page.span_at(here, "light") or _is_head(page, here):
            return True
        if not page.tokens[here].is_word or not _describes(page, here):
            return False
    return False


def _describes(page: Page, place: int) -> bool:
    token = page.tokens[place]
    small = token.form in function_words() or token.form in word_set("scene.modifies")
    return (
        token.is_word
        and not small
        and token.form not in word_set("light.not")
        and not page.first(place, *_OTHERS)
        and not count_at(page, place)
    )

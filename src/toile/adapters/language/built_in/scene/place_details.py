"""What stands in a place is told with it: "reading room, long oak tables, green lamps"."""

from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import clauses, function_words

Idea = tuple[str, int, int]
_FARTHEST = 3
_OPENS = frozenset(":(-–—")


def with_details(page: Page, places: list[Idea]) -> list[Idea]:
    """Return the places of a text in its order, each with the things that are told to be in it."""
    joined: list[Idea] = []
    for idea in sorted(places, key=lambda one: one[1]):
        if _tells_when(page, idea):
            continue
        last = joined[-1] if joined else None
        if last and _is_of_light(page, idea):
            continue  # "Palazzo vecchio, luce da finestra" has its window in the light.
        if last and _follows(page, last[2], idea[1]) and not _is_place(page, idea, last[2]):
            joined[-1] = (f"{last[0]}, {idea[0]}", last[1], idea[2])
        else:
            joined.append(idea)
    return joined


def _is_of_light(page: Page, idea: Idea) -> bool:
    """Whether the words of a place stand inside those of a light."""
    segment = page.segment_of(idea[1])
    lights = page.spans(segment.start, segment.end, "light")
    return any(s.start <= idea[1] and idea[2] <= s.end and s.end - s.start > 1 for s in lights)


def _tells_when(page: Page, idea: Idea) -> bool:
    """Whether a clause only says when: "quando scaricano le cassette"."""
    start, end = next(
        (c for c in clauses(page, page.segment_of(idea[1])) if c[0] <= idea[1] < c[1]), idea[1:]
    )
    told = {page.form(place) for place in range(start, max(start, idea[1]) + 1)}
    return bool(told & word_set("places.when")) and start <= idea[1] < end


def _follows(page: Page, end: int, start: int) -> bool:
    """Whether nothing but signs and small words stands between two places of one sentence."""
    if not 0 <= start - end <= _FARTHEST or page.segment_of(max(0, end - 1)) != page.segment_of(
        start
    ):
        return False
    between = range(end, start)
    return all(not page.tokens[p].is_word or page.form(p) in function_words() for p in between)


def _is_place(page: Page, idea: Idea, before: int) -> bool:
    """Whether an idea is a place of its own, not a thing in the place told before."""
    if any(page.tokens[p].text in _OPENS for p in range(before, idea[1])):
        return False
    spans = page.spans(idea[1], idea[2], "s", "set")
    return any(span.name.replace(" ", "_") not in word_set("places.things") for span in spans)


def is_a_building(page: Page, start: int, end: int) -> bool:
    """Whether capitals inside a sentence name a house: "Palazzo vecchio a Torino"."""
    if end - start < _NAMED:
        return False
    before = page.form(start - 1)
    inner = start > page.segment_of(start).start and (
        before == "," or before in word_set("scene.prepositions")
    )
    named = page.tokens[start].is_name and page.tokens[end - 1].is_name
    return inner and named and page.languages[0] in ROMANCE


_NAMED = 2

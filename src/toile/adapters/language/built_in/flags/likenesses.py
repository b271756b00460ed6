"""Known people whose face, hair, pose or voice a text asks for."""

from toile.adapters.language.built_in.people.known_people import (
    first_names,
    known_person,
    stranger,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, inside
from toile.domain.brief import Flag

_THINGS = frozenset(
    ("g", "h", "b", "s", "light", "month", "group", "col", "people", "pose", "set", "season")
)
_REACH = 6
_BESIDE = (5, 3)
Stretches = list[tuple[int, int]]


def likeness(
    page: Page, segment: Segment, negations: Stretches, people: frozenset[str]
) -> Flag | None:
    """Return a flag where somebody is to look, move or sound like a known person.

    ``people`` are folded names of those who are no celebrities.
    """
    asked = (
        _of_a_name(page, segment, negations, people)
        or _of_a_stranger(page, segment, negations, people)
        or _of_somebody(page, segment, negations, people)
        or _of_a_face(page, segment, people)
    )
    if not asked:
        return None
    return Flag(
        code="CELEBRITY_LIKENESS",
        action="refuse",
        why="Toile does not copy the face, hair, pose or voice of a known person.",
        quote=page.words(segment.start, segment.end),
    )


def _of_a_name(page: Page, segment: Segment, negations: Stretches, people: frozenset[str]) -> bool:
    """Whether a well-known name stands with a word for a likeness: "a Kate Moss lookalike"."""
    start, end = known_person(page, segment.start, segment.end, people)
    if not end or inside(start, negations):
        return False
    ahead, behind = _BESIDE
    near = range(max(segment.start, start - ahead), min(segment.end, end + behind))
    return _is_to_be(page, segment, start) or any(
        page.first(place, "copy", "face") or page.form(place) in word_set("refusals.likeness")
        for place in near
        if not start <= place < end
    )


def _is_to_be(page: Page, segment: Segment, place: int) -> bool:
    """Whether somebody is to be a known person: "he should be basically Harry Styles"."""
    here = place - 1
    while here > segment.start and page.form(here) in word_set("likenesses.nearly"):
        here -= 1
    near = page.spans(max(segment.start, here - _NEAR), here, "people")
    who = any(page.form(p) in word_set("minors.somebody") for p in range(here - _NEAR, here))
    return page.form(here) in word_set("likenesses.be") and bool(near or who)


_NEAR = 4


def _of_a_stranger(
    page: Page, segment: Segment, negations: Stretches, people: frozenset[str]
) -> bool:
    """Whether somebody is to look as a first and a last name: "soll wie Jo Berg aussehen"."""
    start, end = stranger(page, segment.start, segment.end, people)
    if not end or inside(start, negations):
        return False
    words = {page.form(p) for p in range(end, segment.end)}
    led = page.form(start - 1) in word_set("likenesses.like")
    return led and bool(words & word_set("likenesses.appear"))


def _of_somebody(
    page: Page, segment: Segment, negations: Stretches, people: frozenset[str]
) -> bool:
    """Whether "look like" leads to a name, or to somebody famous."""
    for place in range(segment.start, segment.end):
        span = page.span_at(place, "copy")
        if span is None or inside(place, negations):
            continue
        if _name_near(page, span.end, min(segment.end, span.end + _REACH), people):
            return True
        if any(s.name == "famous" for s in page.spans(segment.start, segment.end, "who")):
            return True
    return False


def _of_a_face(page: Page, segment: Segment, people: frozenset[str]) -> bool:
    """Whether a face is somebody's who is nobody here: "Zendaya's face"."""
    for place in range(segment.start, segment.end - 1):
        token = page.tokens[place]
        owned = page.text[token.end : token.end + 2] in ("'s", "’s")
        named = owned and token.is_name and token.form not in people and not page.at[place]
        whole = page.form(place + 1) in word_set("likenesses.face")
        known = token.form in first_names() and not whole  # "the gap in Maya's teeth"
        if named and not known and page.has(place + 1, min(segment.end, place + 3), "face"):
            return True
    return False


def _name_near(page: Page, start: int, end: int, people: frozenset[str]) -> bool:
    small = function_words()
    for place in range(start, end):
        token = page.tokens[place]
        plain = page.languages[0] == "de" and not (
            place + 1 < end and page.tokens[place + 1].is_name
        )
        named = token.is_word and token.is_name and token.form not in small | people
        if named and not plain and not page.at[place].keys() & _THINGS:
            return True
    return False

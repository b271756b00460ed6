"""How far "avoid" reaches, and a "no" that denies nothing."""

import itertools

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def denies_nothing(page: Page, segment: Segment, span: Span) -> bool:
    """Whether a "no" rules nothing out: "no later than", "noch vor Weihnachten", "se non piove"."""
    return (
        _is_due(page, span)
        or _is_still(page, segment, span)
        or _is_a_condition(page, segment, span)
    )


def _is_still(page: Page, segment: Segment, span: Span) -> bool:
    """Whether a German "noch" stands without its "weder"."""
    neither = word_set("negated.neither")
    before = range(segment.start, span.start)
    return page.form(span.start) == "noch" and not any(page.form(p) in neither for p in before)


def _is_a_condition(page: Page, segment: Segment, span: Span) -> bool:
    """Whether a "not" only says when something holds: "se non piove", "if it does not rain"."""
    for place in range(span.start - 1, max(segment.start, span.start - _NEAR) - 1, -1):
        if page.tokens[place].text in _SIGNS:
            return False
        if page.form(place) in word_set("open_places.if"):
            return True
    return False


_NEAR = 3
_SIGNS = frozenset(",;:()–—")


def _is_due(page: Page, span: Span) -> bool:
    """Whether a "no" is part of "no later than": it denies nothing."""
    cue = page.span_at(span.start, "cue")
    return cue is not None and cue.name == "due" and cue.end > span.end


def listed_end(page: Page, start: int, limit: int) -> int:
    """Return the end of the bare list behind "avoid", "steer clear of": "tartan, bagpipes".

    It ends before the clause that tells of something else than things.
    """
    first = next((p for p in range(start, limit) if page.tokens[p].text == ","), limit)
    heads = not any(page.tokens[p].text == "," for p in range(page.segment_of(start).start, start))
    told = _TOLD if heads or page.has(start, first, *_SEEN) else (*_TOLD, *_SEEN)
    end = begin = first
    while begin < limit:
        begin += 1
        stop = next((p for p in range(begin, limit) if page.tokens[p].text == ","), limit)
        plain = all(page.tokens[p].is_word for p in range(begin, stop))
        if not (0 < stop - begin <= _LISTED and plain) or page.has(begin, stop, *told):
            break
        end = begin = stop
    return end


_LISTED = 4
_SEEN = ("g", "h", "b", "j", "c", "people")
_TOLD = ("light", "set", "media", "chan", "month", "n", "mood", "must", "neg", "role", "aspect",
         "cue", "weekday", "group", "season")  # fmt: skip


def is_asked_only(page: Page, start: int, end: int) -> bool:
    """Whether nothing but a verb stands between the halves of a denial: "il ne faut pas"."""
    return end - start == 1 and page.form(start) in word_set("musts.drop")


def longest_part(page: Page, start: int, end: int) -> int:
    """Return the length of the longest part between the commas of a stretch."""
    signs = [start - 1, *(p for p in range(start, end) if page.tokens[p].text == ","), end]
    return max(two - one - 1 for one, two in itertools.pairwise(signs))


def is_of_others(page: Page, start: int, end: int) -> bool:
    """Whether things of somebody else are ruled out: "no other watch brands"."""
    other = page.form(start) in word_set("musts.other")
    return other and any(page.form(p) in word_set("musts.others_things") for p in range(start, end))

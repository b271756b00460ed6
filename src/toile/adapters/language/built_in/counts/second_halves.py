"""Second halves of a count, whose noun stands in the first: "5 views per bag and 2 per belt"."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at

_SOLD = ("g", "h", "b", "j", "c")
_PLACES = ("s", "set")
# How far a place may stand behind its preposition: "in una vecchia officina".
_NEAR = 4


def second_half(page: Page, place: int, after: int, count: int, segment: Segment) -> Ask | None:
    """Return the files of a count that leans on one before: for a thing, each, or at a place."""
    return (
        _again_per(page, place, after, count, segment)
        or _of_a_product(page, place, after, count, segment)
        or _at_a_place(page, place, after, count, segment)
    )


def _again_per(page: Page, place: int, after: int, count: int, segment: Segment) -> Ask | None:
    """Read the second half of "5 views per bag and 2 per belt"."""
    each = page.span_at(after, "each")
    named = each and page.first(each.end, "g", "h", "b", "j", "c", "media")
    first = not any(count_at(page, p) for p in range(segment.start, place))
    repeated = page.has(segment.start, place, "each") or first
    counted = repeated and page.has(segment.start, place, "media")
    return Ask(place, after, count, said=False) if named and counted and count <= 60 else None


def _of_a_product(page: Page, place: int, after: int, count: int, segment: Segment) -> Ask | None:
    """Read the second half of "five stills of the hijab and six of the abaya"."""
    joined = page.form(place - 1) in word_set("asks.joins") | word_set("shares.then")
    owned = {page.form(after - 1), page.form(after)} & word_set("shares.of")
    noun = page.first(after, *_SOLD) or page.first(after + 1, *_SOLD)
    noun = noun or page.first(after + 2, *_SOLD)
    counted = any(
        count_at(page, s.start - 1) and page.form(s.end) in word_set("shares.of")
        for s in page.spans(segment.start, place, "media")
    )
    return Ask(place, after, count, said=False) if joined and owned and noun and counted else None


def _at_a_place(page: Page, place: int, after: int, count: int, segment: Segment) -> Ask | None:
    """Read the second half of "six pictures on the beach and four in the studio"."""
    joined = page.form(place - 1) in word_set("asks.joins") | word_set("shares.then") | {","}
    if not (joined and _leads_to_a_place(page, after, segment)):
        return None
    counted = any(
        count_at(page, s.start - 1) and _leads_to_a_place(page, s.end, segment)
        for s in page.spans(segment.start, place, "media")
    )
    return Ask(place, after, count, said=False) if counted else None


def _leads_to_a_place(page: Page, place: int, segment: Segment) -> bool:
    led = page.form(place) in word_set("scene.prepositions")
    return led and page.has(place + 1, min(segment.end, place + 1 + _NEAR), *_PLACES)

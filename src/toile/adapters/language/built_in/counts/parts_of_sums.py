"""What a count inside a sum is: a part of it by product, or no count of files at all."""

from toile.adapters.language.built_in.counts.asks import Ask
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import Ratio, count_at

_NEAR = 6
_CUTS = frozenset(",;(")


def of_a_product(page: Page, place: int, segment: Segment, ratios: list[Ratio]) -> Ask | None:
    """Read "three of the coat in 4:5", "ten on the model in 1:1" behind a sum and a colon."""
    counted = count_at(page, place)
    part = counted and page.form(counted[1]) in word_set("deliverables.fractions")
    if counted is None or part or is_of_all(page, place):
        return None
    if not any(page.form(p) == ":" for p in _signs(segment, place, ratios)):
        return None
    ratio = next((r for r in ratios if 0 <= r.start - counted[1] <= _NEAR), None)
    if ratio is None or not ratio.value[:1].isdecimal():
        return None
    between = range(counted[1], ratio.start)
    cut = any(page.form(p) in _CUTS or count_at(page, p) for p in between)
    return None if cut else Ask(place, ratio.end, counted[0], said=False)


def of_several(page: Page, place: int, after: int, count: int) -> Ask | None:
    """Read "4 carousels of 3 frames": each is several pictures."""
    if page.form(after) not in word_set("asks.carousels"):
        return None
    inner = count_at(page, after + 2)
    return Ask(place, inner[1], count * inner[0]) if inner and inner[0] <= _MOST else None


_MOST = 20


def _signs(segment: Segment, place: int, ratios: list[Ratio]) -> list[int]:
    """Return the places before a count that belong to no ratio."""
    within = {p for ratio in ratios for p in range(ratio.start, ratio.end)}
    return [p for p in range(segment.start, place) if p not in within]


def is_of_all(page: Page, place: int) -> bool:
    """Whether a count only tells of what is in a picture: "one of all three in 1:1"."""
    led = page.form(place - 1) in word_set("asks.all_of")
    return led and page.form(place - 2) in word_set("people.of") | word_set("asks.all_of")

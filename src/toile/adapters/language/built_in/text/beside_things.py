"""What stands next to a thing and is said of it: "un pantalon large", "eine weite Hose"."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p")


def shape_of(page: Page, place: int, start: int) -> Span | None:
    """Return the word of cut next to a thing: "un pantalon large", "eine weite Hose"."""
    shape = page.span_at(place, "adj")
    if shape is None or (place > start and is_of_thing(page, place, start)):
        return shape
    here = shape
    while (said := page.first(here.end, "col", "m", "adj")) is not None:
        here = said
    return shape if page.first(here.end, *_THINGS) is not None else None


def is_of_thing(page: Page, place: int, start: int) -> bool:
    """Whether a colour or a cloth stands behind its thing: "robe rouge", "manteau en laine"."""
    here = place - 1
    while here > start and (
        page.form(here) in word_set("items.made_of")
        or page.first(here, "col", "m", "adj") is not None
    ):
        here -= 1
    return any(  # "Col roulé noir": the thing may be two words.
        (thing := page.first(p, *_THINGS)) is not None and here < thing.end <= place
        for p in range(max(start, here - 3), here + 1)
    )

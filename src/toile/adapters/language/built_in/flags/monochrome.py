"""Pictures all in black and white whose colours are to be seen: one of the two cannot hold."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import inside
from toile.domain.brief import Flag

_NEAR = 6
_BETWEEN = 2


def coloured_monochrome(page: Page, negations: list[tuple[int, int]]) -> Flag | None:
    """Return the question which holds: "all in black and white", "the red must be seen"."""
    grey = next((p for p in range(len(page.tokens)) if _is_monochrome(page, p)), None)
    if grey is None or inside(grey, negations):
        return None
    colour = next((p for p in range(len(page.tokens)) if _must_be_seen(page, p)), None)
    if colour is None:
        return None
    why = "Everything in black and white, and yet a colour is to be seen. Which holds?"
    return Flag(code="CONTRADICTION", action="ask", why=why, quote=page.words(grey, grey + 3))


def _is_monochrome(page: Page, place: int) -> bool:
    """Whether every picture is in black and white."""
    one, two = page.span_at(place, "col"), page.span_at(place + _BETWEEN, "col")
    joined = page.form(place + 1) in word_set("asks.joins")
    if not (one and two and joined and {one.name, two.name} == {"black", "white"}):
        return False
    led = page.form(place - 1) in word_set("ratios.led")
    segment = page.segment_of(place)
    near = range(max(segment.start, place - _NEAR), min(segment.end, place + _NEAR))
    return led and any(page.form(p) in word_set("monochrome.all") for p in near)


def _must_be_seen(page: Page, place: int) -> bool:
    """Whether a colour itself must be seen: "the red of the sole must show", "both colours"."""
    if not _is_a_colour(page, place):
        return False
    segment = page.segment_of(place)
    near = range(max(segment.start, place - _NEAR), min(segment.end, place + _NEAR))
    seen = any(page.form(p) in word_set("monochrome.seen") for p in near)
    return seen and any(page.span_at(p, "must") for p in near)


def _is_a_colour(page: Page, place: int) -> bool:
    """Whether a colour stands alone, "the red of", or the word for colours does."""
    hue: Span | None = page.span_at(place, "col")
    if hue and hue.name not in ("black", "white", "grey"):
        led = page.form(place - 1) in word_set("states.articles") | {"l", "l'"}
        return led and page.form(hue.end) in word_set("monochrome.of")
    counted = page.form(place - 1) in word_set("states.articles") or page.span_at(place - 1, "n")
    return page.form(place) in word_set("monochrome.colours") and bool(counted)

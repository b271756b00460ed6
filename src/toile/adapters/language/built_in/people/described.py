"""A look with the words beside it: "white beard", "barba bianca", "tattooed arms"."""

from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_BEFORE = ("en", *GERMANIC)
_MOST = 2


def described(page: Page, span: Span) -> str:
    """Return a look as the text describes it, in English."""
    if page.tongue(span.start, span.end) == "en":
        return page.words(_left(page, span), _right(page, span)).lower()
    colour = page.span_at(span.end, "col") if page.languages[0] not in _BEFORE else None
    colour = colour or (page.span_at(span.start - 1, "col") if span.start else None)
    hair = span.name in word_set("described.coloured")
    return f"{colour.name} {span.name}" if colour and hair else span.name


def _left(page: Page, span: Span) -> int:
    """Return where the words begin that say which beard or which braids."""
    start = span.start
    while start and span.start - start < _MOST and _describes(page, start - 1):
        start -= 1
    return start


def _describes(page: Page, place: int) -> bool:
    plain = page.form(place) in word_set("described.words")
    return plain or page.span_at(place, "col") is not None


def _right(page: Page, span: Span) -> int:
    """Return the end with the part of the body that the word tells of."""
    told = page.form(span.end - 1).endswith("ed") and page.span_at(span.end, "body") is not None
    return span.end + told

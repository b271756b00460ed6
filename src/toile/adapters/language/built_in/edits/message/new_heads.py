"""Words that frame a picture of their own, or one that is there: "an overhead of the bread"."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


def likeness(page: Page, place: int) -> Span | None:
    """Return the framing of "un portrait de Tom", which is no ratio."""
    told = page.form(place) in word_set("new_shots.likeness")
    of = page.form(place + 1) in word_set("new_shots.of")
    return Span(place, place + 1, "framing", "portrait") if told and of else None


def view_of(page: Page, place: int) -> Span | None:
    """Return the angle of "an overhead of the bread", which is a picture of its own."""
    view = page.span_at(place, "angle")
    of = word_set("people.of") | word_set("new_shots.view_of")
    return view if view is not None and page.form(view.end) in of else None


def is_on_shot(page: Page, place: int, end: int) -> bool:
    """Whether a framing is put on a shot that is there: "mets un gros plan sur la 3"."""
    led = page.form(place) in word_set("naming.in") and not page.span_at(place, "pos")
    while place < end and (
        page.form(place) in word_set("naming.in") | word_set("naming.articles")
        or page.span_at(place, "noun")
    ):
        place += 1
    numbered = place < end and page.tokens[place].text.isdecimal()
    return led and numbered and (place + 1 == end or not page.tokens[place + 1].is_word)

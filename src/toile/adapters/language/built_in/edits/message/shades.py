"""Colours in the words of the message, with the words for their shade: "a deep burgundy"."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page


def as_said(page: Page, colour: Span) -> str:
    """Return a colour in the words of the message; other languages are put into English."""
    if page.languages[0] != "en":
        return colour.name
    start = shaded_from(page, colour.start)
    said = page.words(start, colour.end).lower()
    exact = " " in said or len(said) >= len(colour.name)
    return said if exact and page.form(colour.start) in said else colour.name


def shaded_from(page: Page, start: int) -> int:
    """Return where "a deep burgundy", "soft pale pink" begins: with the words for the shade."""
    while page.form(start - 1) in word_set("colours.shades"):
        start -= 1
    return start

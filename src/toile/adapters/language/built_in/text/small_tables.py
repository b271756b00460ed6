"""Small tables of words that are looked up in a whole message, beside the words it is read with."""

from toile.adapters.language.built_in.text.lexicon import Span, listed
from toile.adapters.language.built_in.text.page import Page


def said_of(page: Page, table: str) -> Span | None:
    """Return the longest words of a small table that a message holds, in English or its own."""
    spans = (
        span
        for language in dict.fromkeys(("en", *page.languages))
        for place in range(len(page.tokens))
        for span in listed(language, table).at(page.tokens, place)
    )
    return max(spans, key=lambda span: span.end - span.start, default=None)

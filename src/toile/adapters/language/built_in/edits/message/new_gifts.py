"""New shots that somebody wants to be given: "give me a close-up of Tom", "I'd like a wide of"."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_NEAR = 3
_OPENING = 5


def opens_with_gift(page: Page) -> bool:
    """Whether a message begins so; "I'd like" is then more than a polite opening."""
    return any(
        is_given(page, place, framing)
        for place in range(min(_OPENING, len(page.tokens)))
        for framing in page.spans(place, min(place + _OPENING, len(page.tokens)), "framing")
    )


def is_given(page: Page, place: int, framing: Span) -> bool:
    """Whether "give me", "I'd like" stands at a place and a framing says of whom or what."""
    pair = f"{page.form(place)}_{page.form(place + 1)}"
    begin = place + (2 if pair in word_set("new_gifts.asked") else 0)
    begin = place + 1 if page.form(place) in word_set("new_gifts.give_me") else begin
    if begin == place or not begin < framing.start <= begin + _NEAR:
        return False
    article = page.form(begin) in word_set("acts.framed")
    behind = page.form(framing.end) in word_set("people.of") | word_set("new_shots.of")
    shown = framing.end + 1 + (page.form(framing.end + 1) in word_set("naming.articles"))
    told = shown < len(page.tokens) and page.tokens[shown].is_word
    return article and behind and told and page.span_at(shown, "noun") is None

"""A shot that is only judged: "1 too posed, 2 as a video" wishes for nothing in 1."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words

_SHORTEST = 3


def is_judged(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether a shot is said to be something, and the next number begins with a shot of its own."""
    opens = _opens_with_number(page, before.start) and _opens_with_number(page, piece.start)
    number = before.start + (page.form(before.start) in word_set("naming.articles")) + 1
    return opens and any(judges(page, place) for place in range(number, before.end))


def _opens_with_number(page: Page, place: int) -> bool:
    place += page.form(place) in word_set("naming.articles")
    return place < len(page.tokens) and page.tokens[place].text.isdecimal()


def judges(page: Page, place: int) -> bool:
    """Whether a word is none of those that name a shot or join two of them."""
    token = page.tokens[place]
    if not token.is_word or token.is_name or len(token.form) < _SHORTEST:
        return False
    unknown = not page.at[place] and token.form not in function_words()
    return (unknown or "mien" in page.at[place]) and not token.text.isdecimal()

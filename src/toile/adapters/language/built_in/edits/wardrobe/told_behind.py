"""What is said of a thing only behind it: "a bag in 1, the brown one", "un sac, le marron"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import in_english

_MOST = 5


def told_behind(page: Page, start: int, end: int, stop: int, text: str) -> str:
    """Return a thing with the words that a clause closes on: "the brown leather one"."""
    comma = next((p for p in range(stop - 1, end - 1, -1) if page.tokens[p].text == ","), None)
    if comma is None or stop - comma > _MOST or page.has(start, end, "col"):
        return text
    article = page.form(comma + 1) in word_set("giving.indefinite") | word_set("naming.articles")
    begin, last = comma + 1 + article, stop
    one = page.form(last - 1) in word_set("giving.one")
    last -= one
    kinds = ("col", "m") if page.languages[0] != "en" or not one else ()
    plain = begin < last and all(page.tokens[p].is_word for p in range(begin, last))
    known = kinds and all(page.first(p, *kinds) for p in range(begin, last))
    bare = one and not article and page.form(stop - 1) in word_set("giving.singular")
    if not plain or bare or not (one or known):
        return text
    english = page.languages[0] == "en"
    told = page.words(begin, last) if english else in_english(page, begin, last)
    return f"{told} {text}"

"""Words that are a colour and a thing: "a fig", "un higo" is a fruit."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def is_fruit(page: Page, start: int, end: int) -> bool:
    """Whether one word behind "a" names a thing that is also a colour, and nothing follows."""
    led = page.form(start - 1) in word_set("giving.indefinite")
    alone = end - start == 1 and page.form(start) in word_set("colours.things")
    more = page.form(end) in word_set("giving.one") or page.first(end, "g", "h", "b", "j", "p", "m")
    return led and alone and not more

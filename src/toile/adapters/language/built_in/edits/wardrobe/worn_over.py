"""What a thing is worn over or under, which is no part of its name: "a trench over the dress"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def is_over(page: Page, here: int) -> bool:
    """Whether "over the dress" says under what a thing is worn; what is over a shoulder stays."""
    place = here
    over = word_set("items.over") | {"-"}
    while place < len(page.tokens) and (page.form(place) in over or page.tokens[place].text == "-"):
        place += 1
    if place == here:
        return False
    small = word_set("naming.articles") | word_set("people.of") | word_set("giving.indefinite")
    while page.form(place) in small or page.first(place, "col", "m", "adj") is not None:
        place += 1
    return place < len(page.tokens) and page.first(place, "g") is not None

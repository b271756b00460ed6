"""The words in front of a thing that say how it is: "a warm black wool coat"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def says_how(page: Page, place: int) -> bool:
    """Whether a word in front of a thing tells its colour, its cloth or its cut."""
    told = page.form(place) in word_set("said_of_things.ahead")
    return told or page.first(place, "col", "m", "adj") is not None


def is_cut(page: Page, place: int) -> bool:
    """Whether a word says how a thing is cut or made: "cropped", "chunky"."""
    return page.form(place) in word_set("items.cuts") and page.languages[0] == "en"

"""A thing that a message says is not there: "she has no hat on", "Nora without a candelabra"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_FARTHEST = 5


def is_denied(page: Page, thing: int) -> bool:
    """Whether "no", "without a", "non ha una" stands before the words of a thing."""
    place = thing - 1
    while place >= max(0, thing - _FARTHEST) and _says_which(page, place):
        place -= 1
    if place < 0:
        return False
    if page.form(place - 1) in word_set("removing.seeing"):
        return False  # "On voit pas le chapeau" misses it.
    if page.form(place) in word_set("things.without"):
        # "The cap, no the hat" takes the cap back.
        return page.form(place) != "no" or place == thing - 1 or not _is_the(page, place + 1)
    has = f"{page.languages[0]}:{page.form(place)}" in word_set("asked.has")
    has = has or page.form(place) in word_set("denied_things.has")
    return has and page.form(place - 1) in word_set("denied_things.not")


def _says_which(page: Page, place: int) -> bool:
    form = page.form(place)
    small = form in word_set("standing.articles") | word_set("denied_things.of")
    return small or _is_the(page, place) or page.first(place, "col", "m", "pat") is not None


def _is_the(page: Page, place: int) -> bool:
    return page.form(place) in word_set("giving.the") | word_set("minors.whose")

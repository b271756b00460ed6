"""Kin of things: "le sac Péniche et son petit frère" is two bags, and nobody's brother."""

from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words

_GOODS = ("g", "h", "b", "j", "c")


def is_kin_of_a_thing(page: Page, place: int, segment: Segment) -> bool:
    """Whether a word for kin tells of a thing: "le sac Péniche et son petit frère"."""
    if page.form(place) not in word_set("thing_kin.words"):
        return False
    start = place
    while start > segment.start and page.form(start - 1) in word_set("thing_kin.led"):
        start -= 1
    goods = page.spans(segment.start, start, *_GOODS)
    if start == place or not goods or _somebody_ahead(page, segment.start, start):
        return False
    called = _is_called(page, goods[-1].end)
    owned = {page.form(p) for p in range(start, place)} & word_set("thing_kin.its")
    return bool(called or owned) and _is_all_of_it(page, goods[-1].end + called, start)


def _somebody_ahead(page: Page, start: int, end: int) -> bool:
    """Whether anybody is spoken of whose kin it may be: "Nora in a red coat"."""
    goods = page.spans(start, end, *_GOODS)[-1].start
    if page.languages[0] not in ROMANCE:
        goods -= 1  # "the Falcon bag"
    names = any(
        page.tokens[p].is_name and not page.at[p] and page.form(p) not in function_words()
        for p in range(start, goods)
    )
    somebody = word_set("minors.somebody") | first_names()
    said = any(page.form(p) in somebody for p in range(start, end))
    return names or said or page.has(start, end, "people", "young")


def _is_called(page: Page, place: int) -> bool:
    """Whether a good has a name of its own right behind it: "le sac Péniche"."""
    return place < len(page.tokens) and page.tokens[place].is_name and not page.at[place]


def _is_all_of_it(page: Page, start: int, end: int) -> bool:
    """Whether only its colour, its material and a join stand between a good and its kin."""
    told = {p for s in page.spans(start, end, "col", "m") for p in range(s.start, s.end)}
    small = word_set("thing_kin.between")
    return all(p in told or page.form(p) in small for p in range(start, end))


def has_a_say(page: Page, place: int, last: int) -> bool:
    """Whether "my daughter loves 2", "a mi hija le encanta" only tells what a child thinks."""
    said = {page.form(last + 1), page.form(last + 2)}
    owned = page.form(place - 1) in word_set("minors.mine")
    return owned and not said.isdisjoint(word_set("minors.opines"))

"""People by name beside people by number: "Freya and one more girl" are two."""

from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.people.people import GENDERS, Group
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at

_KINDS = GENDERS | {"model", "person"}
_FARTHEST = 3


def beside_names(page: Page, groups: list[Group]) -> int | None:
    """Return how many people a list of first names and a counted kind make up, if there is one."""
    found = 0
    for span, count in groups:
        place = _lead(page, span.start)
        if span.name not in _KINDS or place is None:
            continue
        if names := _names_before(page, place):
            found += names + (count or 1)
    return found or None


def _lead(page: Page, start: int) -> int | None:
    """Return the place of the "and" that leads to a kind, over its count and "more", "other"."""
    for place in range(start - 1, max(-1, start - 2 - _FARTHEST), -1):
        if page.form(place) in word_set("beside_names.joins"):
            return place
        other = page.form(place) in word_set("beside_names.others")
        if not other and count_at(page, place) is None:
            return None
    return None


def _names_before(page: Page, place: int) -> int:
    """Return how many first names end right before a place: "Freya, Mara and"."""
    names = 0
    while place > 0 and _is_name(page, place - 1, sure=names > 0):
        names += 1
        place -= 1
        if page.form(place - 1) not in (",", *word_set("beside_names.joins")):
            break
        place -= 1
    return names


def _is_name(page: Page, place: int, *, sure: bool) -> bool:
    token = page.tokens[place]
    known = token.form in first_names() or (sure and not page.at[place])
    return token.is_word and token.is_name and known

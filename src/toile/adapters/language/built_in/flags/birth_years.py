"""People under 18 by the year of their birth: "Mia (born 2011)", "Jahrgang 2012"."""

from datetime import date

from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag

_GROWN = 18
_FIRST = 1900
_NEAR, _AHEAD = 3, 6


def born_minors(page: Page, today: date) -> list[Flag]:
    """Return a flag where somebody is told who may not be 18 yet on this day."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            year = _year(page, place)
            young = year is not None and today.year - year <= _GROWN and year <= today.year
            if young and _is_born(page, segment.start, place):
                why = "Toile casts adults only, and makes nobody look under 18."
                quote = page.words(segment.start, segment.end)
                return [Flag(code="MINOR", action="flag", why=why, quote=quote)]
    return []


def _year(page: Page, place: int) -> int | None:
    text = page.tokens[place].text
    return int(text) if text.isdecimal() and len(text) == len(str(_FIRST)) else None


def _is_born(page: Page, first: int, place: int) -> bool:
    """Whether a word for being born stands before a year, and somebody before that."""
    near = range(max(first, place - _NEAR), place)
    born = next((p for p in near if page.form(p) in word_set("birth_years.born")), None)
    if born is None:
        return False
    ahead = range(max(first, born - _AHEAD), born)
    return any(
        page.form(p) in first_names()
        or page.first(p, "people", "young", "role", "twin") is not None
        or page.form(p) in word_set("birth_years.who")
        for p in ahead
    )

"""People named as those who wear things: "Freya and Idris wear the jeans", "worn by Idris"."""

from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.ratios import count_at


def wearers(page: Page, segment: Segment) -> list[tuple[str, int]]:
    """Return the first names of those who wear something, each with its token."""
    found: list[tuple[str, int]] = []
    for place in range(segment.start, segment.end):
        if page.form(place) in word_set("wearers.wear"):
            names = _names_before(page, segment.start, place)
            found += names if len(names) > 1 else []  # "Stella wears well" is a house.
        worn = page.form(place - 1) in word_set("wearers.worn")
        if worn and page.form(place) in word_set("wearers.by"):
            found += _names_behind(page, place + 1, segment.end)
        if page.form(place) in word_set("wearers.led") and _are_files(page, segment, place):
            names = _names_behind(page, place + 1, segment.end)
            found += names if len(names) > 1 else []
    known = any(page.form(place) in first_names() for _, place in found)
    # The whole page is looked at only where somebody is named: a page has many sentences.
    return found if known and not page.has(0, len(page.tokens), "twin") else []


def _are_files(page: Page, segment: Segment, place: int) -> bool:
    """Whether files are counted before: "4 stills of the boot on Freya and Idris"."""
    shown = page.spans(segment.start, place, "media")
    return any(count_at(page, span.start - 1) for span in shown if span.start > segment.start)


def _names_before(page: Page, start: int, place: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while place > start and _is_name(page, place - 1):
        place -= 1
        found.insert(0, (page.words(place, place + 1), place))
        if place == start or page.form(place - 1) not in word_set("colours.between"):
            break
        place -= 1
    return found


def _names_behind(page: Page, place: int, end: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while place < end and _is_name(page, place):
        found.append((page.words(place, place + 1), place))
        if page.form(place + 1) not in word_set("colours.between"):
            break
        place += 2
    return found


def _is_name(page: Page, place: int) -> bool:
    token = page.tokens[place]
    written = token.is_name and token.is_word and not token.text.isupper()
    return written and (token.form in first_names() or not page.at[place])

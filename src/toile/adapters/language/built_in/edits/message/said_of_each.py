"""Shots named first and taken up by a pronoun: "number 1 make that a wide and 2, make it low".

With several of them the pronouns would speak of all; without, each wish stands behind its shot.
"""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def said_of_each(page: Page) -> str | None:
    """Return the text without "make it" behind each of several numbers, or ``None``."""
    cuts = [cut for segment in page.live() for cut in _cuts(page, segment)]
    if len(cuts) < 2:
        return None
    text, done = "", 0
    for start, end in cuts:
        text += page.text[done : page.tokens[start - 1].end]
        done = page.tokens[end - 1].end
    return text + page.text[done:]


def _cuts(page: Page, segment: Segment) -> list[tuple[int, int]]:
    """Return where ", make it" begins and ends behind the numbers of a sentence."""
    found: list[tuple[int, int]] = []
    for number in range(segment.start, segment.end - 2):
        if not _is_number(page, number):
            continue
        start = verb = number + 1
        while page.form(verb) in word_set("listed_numbers.endings") or page.form(verb) == ",":
            verb += 1
        end = _taken_up(page, verb)
        if end and end < segment.end:
            found.append((start, end))
    return found


def _is_number(page: Page, place: int) -> bool:
    """Whether "2" stands at a place, or "two" behind "number"."""
    if page.tokens[place].text.isdecimal():
        return True
    counted = page.span_at(place, "n") is not None
    return counted and page.span_at(place - 1, "noun") is not None


def _taken_up(page: Page, verb: int) -> int:
    """Return where "make it", "mets-la", "mach die" ends; 0 where nothing is taken up."""
    if page.form(verb) in word_set("said_of_each.joined"):
        return verb + 1
    if page.form(verb) not in word_set("said_of_each.makes"):
        return 0
    place = verb + 1 + (verb + 1 < len(page.tokens) and page.tokens[verb + 1].text == "-")
    return place + 1 if page.form(place) in word_set("said_of_each.it") else 0

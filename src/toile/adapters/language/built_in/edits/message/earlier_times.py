"""What a message tells of an earlier time: "the client opened the coat in 1 last time".

It is no order; "like last time", "we agreed yesterday that 6 is a still" do ask and stay.
"""

from collections.abc import Callable

from toile.adapters.language.built_in.edits.message.hearing import without
from toile.adapters.language.built_in.text.bygone import (
    SIGNS,
    is_likened,
    is_owned,
    is_wanted_again,
    said_at,
    turns,
)
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_WHEN = ("bygone.when", "remarks.then")
_SHORT = 3


def set_earlier_aside(page: Page, is_refused: Callable[[int, int], bool]) -> bool:
    """Take out what only tells of an earlier time; return whether anything was.

    What is refused stays where it is wanted again: "last year we made her thinner, do it again".
    """
    told = [found for s in list(page.live()) if (found := _report(page, s)) is not None]
    told = [one for one in told if not (_asks_again(page, *one) and is_refused(*one))]
    for start, end in reversed(told):
        without(page, start, end)
    _seat_nothing(page)
    return bool(told)


def _asks_again(page: Page, start: int, end: int) -> bool:
    """Whether the rest of a message asks for what a stretch of it tells of."""
    rest = [p for s in page.live() for p in range(s.start, s.end) if not start <= p < end]
    again = word_set("bygone.again") | word_set("bygone.like") | word_set("people.also")
    return any(page.form(p) in again or said_at(page, p, "earlier_times.so") for p in rest)


def has_words(page: Page) -> bool:
    """Whether a message still says anything."""
    return any(page.tokens[p].is_word for s in page.live() for p in range(s.start, s.end))


def _seat_nothing(page: Page) -> None:
    """Keep the "last" of "as we had it last time" from being the end of the list."""
    for place in range(len(page.tokens)):
        for here in page.at[place : place + _dates(page, place)]:
            here.pop("pos", None)
            here.pop("ord", None)


def unseat_hours(page: Page) -> list[str]:
    """Return "hour later" as words that came to nothing; it is no seat in the list."""
    told: list[str] = []
    for place in range(len(page.tokens) - 1):
        behind = page.at[place + 1].get("pos")
        if behind is not None and page.form(place) in word_set("remarks.units"):
            del page.at[place + 1]["pos"]
            told.append(page.words(place, behind.end))
    return told


def _report(page: Page, segment: Segment) -> tuple[int, int] | None:
    """Return the stretch of a sentence that reports what was done, and wishes for nothing."""
    when = next((p for p in range(segment.start, segment.end) if _dates(page, p)), None)
    if when is None or is_owned(page, when) or is_likened(page, segment, when):
        return None
    start, end = _around(page, segment, when)
    wished = {page.form(p) for p in range(start, end)} & (
        word_set("remarks.wants") | word_set("remarks.agreed") | word_set("bygone.like")
    )
    if wished or is_wanted_again(page, start, end) or _is_order(page, start):
        return None
    return (start, end) if any(_is_past(page, p) for p in range(start, end)) else None


def _dates(page: Page, place: int) -> int:
    return max(said_at(page, place, name) for name in _WHEN)


def _around(page: Page, segment: Segment, when: int) -> tuple[int, int]:
    """Return the clause around "last time"; a comma right behind that does not end it."""
    start = when
    while start > segment.start and page.tokens[start - 1].text not in SIGNS:
        start -= 1
    behind = when + _dates(page, when)
    opens = behind - start <= _SHORT and page.tokens[min(behind, segment.end - 1)].text == ","
    first = behind + 1 if opens else behind
    ends = (p for p in range(first, segment.end) if page.tokens[p].text in SIGNS or turns(page, p))
    return start, next(ends, segment.end)


def _is_order(page: Page, start: int) -> bool:
    """Whether a clause opens with a verb that orders: "use the dress she wore last time"."""
    verb = page.span_at(start, "act")
    return verb is not None and not _is_past(page, start)


def _is_past(page: Page, place: int) -> bool:
    """Whether a word tells of what was: "wore", "opened", "hatte", "acortó"."""
    form, language = page.form(place), page.languages[0]
    if {form, f"{language}:{form}"} & word_set("remarks.past"):
        return True
    endings = (e.removeprefix(f"{language}:") for e in word_set("remarks.past_endings"))
    return page.tokens[place].text.casefold().endswith(tuple(e for e in endings if ":" not in e))

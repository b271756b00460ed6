"""Whether a word for a child is said of somebody who is grown up."""

from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

AGES = word_set("flagging.ages")
CLOSES = frozenset((",", ")", ".", "", ";"))
ENDS = CLOSES | word_set("grown.ends")
_LEADS = frozenset((",", "(")) | word_set("grown.leads")
_ADULT, _OLDEST, _NEAR = 18, 100, 5
_BREAKS = frozenset((",", "(", ":", "-", "–", "—"))


def is_grown(page: Page, span: Span) -> bool:
    """Whether somebody's child is an adult: "her daughter, grown up", "both over 18"."""
    told = _is_over(page, span) or _is_called_grown(page, span) or _of_age(page, span)
    return told or page.form(span.start - 1) in word_set("minors.adult")


def small_number(page: Page, place: int) -> bool:
    """Whether a number from 3 to 17 stands here; in words only from 13."""
    text = page.tokens[place].text if 0 <= place < len(page.tokens) else ""
    span = page.span_at(place, "n") if 0 <= place < len(page.tokens) else None
    value = (
        int(text) if text.isdecimal() else int(span.name) if span and int(span.name) >= 13 else 0
    )
    return 3 <= value < _ADULT


YOUNGEST, OLDEST_CHILD = 3, _ADULT - 1


def age_at(page: Page, place: int) -> tuple[int, int]:
    """Return the number that starts at a place, in figures or words, and where it ends."""
    figure = figure_at(page, place)
    if figure is not None:
        return figure, place + 1
    spoken = page.span_at(place, "n") if 0 <= place < len(page.tokens) else None
    return (int(spoken.name), spoken.end) if spoken else (0, place + 1)


def figure_at(page: Page, place: int) -> int | None:
    """Return the figure from 3 to 17 that stands at a place."""
    text = page.tokens[place].text if 0 <= place < len(page.tokens) else ""
    small = text.isdecimal() and len(text) <= len(str(_ADULT)) and int(text) < _ADULT
    return int(text) if small and int(text) >= YOUNGEST else None


def _is_over(page: Page, span: Span) -> bool:
    """Whether "over 18", "18+" is said of nobody else: right behind, or as "…, both over 18"."""
    for place in range(span.end, page.segment_of(span.start).end):
        if page.form(place) != "18":
            continue
        plus = page.form(place + 1) == "+"
        led = page.form(place - 1) in word_set("minors.over")
        ends = page.form(place + 1 + plus) in ENDS | AGES | word_set("minors.stands")
        if not ends or not (led or plus):
            return False
        start = place
        while start > span.end and page.form(start - 1) in _SAID:
            start -= 1
        apposed = start == span.end or page.form(start - 1) in _BREAKS
        return apposed and not _somebody_else(page, span.end, start)
    return False


_SAID = word_set("minors.over") | word_set("minors.all_are")


def _is_called_grown(page: Page, span: Span) -> bool:
    """Whether "grown up" is said of a child, or "adult" right behind: "un fils adulte"."""
    for place in range(span.end, min(page.segment_of(span.start).end, span.end + _NEAR - 1)):
        noun = page.form(place) in word_set("minors.adult")
        if noun or page.form(place) in word_set("minors.grown"):
            row = noun and any(page.form(p) in _BREAKS for p in range(span.end, place))
            row = row and not _ends_kin(page, span, place)
            return not row and not _somebody_else(page, span.end, place)
    return False


def _ends_kin(page: Page, span: Span, place: int) -> bool:
    """Whether "adult" right behind somebody's own child ends it: "and his daughter, adult"."""
    owned = page.form(span.start - 1) in word_set("minors.whose")
    return owned and place - span.end == 1 and page.form(place + 1) in CLOSES - {","}


def _of_age(page: Page, span: Span) -> bool:
    """Whether an age of 18 or more stands right behind, and none below it in the sentence."""
    segment = page.segment_of(span.start)
    small = (p for p in range(segment.start, segment.end) if small_number(page, p))
    if any(page.first(p + 1, "media") is None for p in small):
        return False
    for here in range(span.end, min(segment.end, span.end + _NEAR - 1)):
        text = page.tokens[here].text
        if text.isdecimal() and _ADULT <= int(text) < _OLDEST:
            after = page.form(here + 1)
            said = after in AGES or (page.form(here - 1) in _LEADS and after in ENDS)
            return said and not _somebody_else(page, span.end, here)
    return False


def _somebody_else(page: Page, start: int, end: int) -> bool:
    """Whether others are spoken of between a child and what is said: "a child with an adult"."""
    others = word_set("minors.others") | first_names()
    return page.has(start, end, "people", "young", "n") or any(
        page.form(p) in others or small_number(page, p) for p in range(start, end)
    )

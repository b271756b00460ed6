"""A place that is used for a shot: "let's use the rooftop in 2" is read as "the rooftop in 2"."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment


def used_place(page: Page, board: BoardWords) -> str | None:
    """Return the text with the shot in front of its place and without the verb, or ``None``."""
    for segment in page.live():
        verb = segment.start
        while page.form(verb) in word_set("used_places.lets"):
            verb += 1
        if page.form(verb) in word_set("used_places.use"):
            told = _told(page, board, segment, verb + 1)
            if told is not None:
                head, tail = page.tokens[segment.start].start, page.tokens[segment.end - 1].end
                return f"{page.text[:head]}{told}{page.text[tail:]}"
    return None


def _told(page: Page, board: BoardWords, segment: Segment, start: int) -> str | None:
    """Return "2: rooftop" for "the rooftop in 2"."""
    articles = word_set("naming.articles") | word_set("giving.indefinite")
    place = start + (page.form(start) in articles)
    seen = page.first(place, "s", "set")
    shown = next((m for m in board.mentions(page, place, segment.end) if m.start == place), None)
    ends = [seen.end] if seen is not None else []
    ends += [shown.end] if shown is not None and shown.fields == {"set"} else []
    if not ends or page.first(place, "g", "h", "b", "j", "p", "light") is not None:
        return None
    led = page.form(max(ends)) in word_set("naming.in") | word_set("meant_for.for")
    number = max(ends) + 1 + (page.form(max(ends) + 1) in articles)
    if not led or number >= segment.end or not page.tokens[number].text.isdecimal():
        return None
    end = number + 1
    while end < segment.end and (page.tokens[end].text.isdecimal() or _joins(page, end)):
        end += 1
    rest = page.words(end, segment.end).removeprefix(":an")
    return f"{page.words(number, end)}: {page.words(place, max(ends))} {rest}".strip()


def _joins(page: Page, place: int) -> bool:
    joins = word_set("naming.and") | word_set("naming.articles") | {","}
    return page.form(place) in joins and page.tokens[place + 1].text.isdecimal()

"""A thing that stays in another colour: "garde le gilet dans la 3 mais en bleu marine".

Read without what stays: "le gilet bleu marine dans la 3". English says it so already.
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_WORN = frozenset(("garments", "props"))


def kept_but_coloured(page: Page, board: BoardWords) -> str | None:
    """Return the text with the colour alone, or ``None``."""
    segment = next(iter(page.live()), None)
    if segment is None or page.languages[0] == "en":
        return None
    begin = _behind_keeping(page, segment)
    turns = (p for p in range(begin, segment.end) if page.form(p) in word_set("kept_but.but"))
    but = next(turns, None) if begin > segment.start else None
    colour = _colour(page, but + 1, segment.end) if but is not None else None
    if but is None or colour is None:
        return None
    things = board.mentions(page, begin, but)
    if len(things) != 1 or not things[0].fields <= _WORN:
        return None
    thing = things[0].end
    said = f"{page.words(begin, thing)} {page.words(colour, segment.end)} {page.words(thing, but)}"
    head, tail = page.tokens[segment.start].start, page.tokens[segment.end - 1].end
    return f"{page.text[:head]}{said.rstrip(' ,')}{page.text[tail:]}"


def _behind_keeping(page: Page, segment: Segment) -> int:
    """Return where the words behind "garde", "ha kvar" begin; the start where nothing is kept."""
    start = segment.start
    if f"{page.form(start)}_{page.form(start + 1)}" in word_set("kept_but.keeps"):
        return start + 2
    order = page.span_at(start, "act")
    return order.end if order is not None and order.name == "keep" else start


def _colour(page: Page, place: int, end: int) -> int | None:
    """Return where a colour begins that ends the sentence: "en bleu marine", "gör den blå"."""
    while place < end and (
        page.form(place) in word_set("kept_but.small") or page.tokens[place].text in "-,"
    ):
        place += 1
    colours = page.spans(place, end, "col")
    whole = bool(colours) and colours[0].start == place
    small = word_set("contents.polite")
    rest = range(colours[-1].end if colours else end, end)
    only = all(not page.tokens[p].is_word or page.form(p) in small for p in rest)
    return place if whole and only else None

"""One thing made into another by a verb in two parts: "gör om koftan till en kavaj".

German says it with the thing first: "mach aus der Strickjacke einen Blazer". Both are read as the
plain order, "förvandla koftan till en kavaj", "ersetze die Strickjacke durch einen Blazer".
"""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_WORN = frozenset(("garments", "props"))


def made_over(page: Page, board: BoardWords) -> str | None:
    """Return the text as the plain order, or ``None``."""
    for segment in page.live():
        if page.languages[0] == "sv":
            told = _in_swedish(page, segment)
        else:
            told = _in_german(page, segment, board) if page.languages[0] == "de" else None
        if told is not None:
            head, tail = page.tokens[segment.start].start, page.tokens[segment.end - 1].end
            return page.text[:head] + told + page.text[tail:]
    return None


def _in_swedish(page: Page, segment: Segment) -> str | None:
    """Read "gör om femman till en stillbild"; a bare "gör om femman" draws it again."""
    for place in range(segment.start, segment.end - 3):
        parted = f"{page.form(place)}_{page.form(place + 1)}" in word_set("made_over.verbs")
        inside = range(place + 3, segment.end - 1)
        if parted and any(page.form(p) in word_set("made_over.into") for p in inside):
            ahead = page.words(segment.start, place)
            # "Gör om videon till stillbild" gives a shot a value, and exchanges no thing.
            verb = "gör" if page.has(place + 3, segment.end, "kind", "framing") else "förvandla"
            return f"{ahead} {verb} {page.words(place + 2, segment.end)}".strip()
    return None


def _in_german(page: Page, segment: Segment, board: BoardWords) -> str | None:
    """Read "mach in der 3 aus der Strickjacke einen Blazer"."""
    makes = page.form(segment.start) in word_set("made_over.makes")
    out_of = (p for p in range(segment.start + 1, segment.end) if page.form(p) == "aus")
    place = next(out_of, None) if makes else None
    things = board.mentions(page, place + 1, segment.end) if place is not None else []
    if place is None or not things or not things[0].fields <= _WORN:
        return None
    old = things[0]
    articles = range(old.end, segment.end - 1)
    new = next((p for p in articles if page.form(p) in word_set("made_over.article")), None)
    if old.start > place + 2 or new is None:
        return None
    ahead, between = page.words(segment.start + 1, place), page.words(old.end, new)
    thing, other = page.words(place + 1, old.end), page.words(new, segment.end)
    return " ".join(f"{ahead} {between} ersetze {thing} durch {other}".split())

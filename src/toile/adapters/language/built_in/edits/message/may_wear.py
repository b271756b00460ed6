"""What somebody may have on, too: "in the café she can wear a hat" adds one there."""

from toile.adapters.language.built_in.edits.message.board_words import BoardWords
from toile.adapters.language.built_in.edits.message.meant_for import add_in
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_THINGS = ("g", "h", "b", "j", "p")
_OTHER = ("neg", "fix", "rel", "light", "lens", "angle", "framing")
_NEAR = 4


def may_wear(page: Page, board: BoardWords) -> str | None:
    """Return the text with the plain order to add what may be worn, or ``None``."""
    for segment in page.live():
        for place in range(segment.start, segment.end):
            verb = _verb(page, segment, place)
            told = _told(page, board, segment, place, verb) if verb is not None else None
            if told is not None:
                head, tail = page.tokens[segment.start].start, page.tokens[segment.end - 1].end
                return f"{page.text[:head]}{told}{page.text[tail:]}"
    return None


def _verb(page: Page, segment: Segment, place: int) -> int | None:
    """Return where "wear" stands behind "can", or "wears" itself where "too" is said."""
    if page.text.rstrip().endswith("?"):
        return None
    form = page.form(place)
    if form in word_set("may_wear.wears") and _is_small(page, place + 1, place - 1):
        also = any(page.form(p) in word_set("giving.also") for p in range(place, segment.end))
        return place if also else None
    if form not in word_set("may_wear.may"):
        return None
    near = range(place + 1, min(segment.end, place + 1 + _NEAR))
    if page.languages[0] == "de":
        last = segment.end - 1
        return last if page.form(last) in word_set("may_wear.wear") else None
    verb = next((p for p in near if page.form(p) in word_set("may_wear.wear")), None)
    small = verb is not None and all(_is_any(page, p) for p in range(place + 1, verb))
    return verb if small else None


def _is_small(page: Page, *places: int) -> bool:
    """Whether "she" stands on one of two sides, or the verb needs none."""
    spoken = any(page.form(p) in word_set("may_wear.who") for p in places)
    return spoken or page.languages[0] in ("it", "es")


def _is_any(page: Page, place: int) -> bool:
    """Whether a word only softens a wish or says who: "she", "gladly", "too"."""
    form = page.form(place)
    return form in word_set("may_wear.who") | word_set("may_wear.gladly") | word_set("giving.also")


def _told(page: Page, board: BoardWords, segment: Segment, place: int, verb: int) -> str | None:
    """Return "in the café add a hat", where a thing and a place are said."""
    final = verb == segment.end - 1
    start = _thing_start(page, place + 1, verb) if final else verb + 1
    end = verb if final else segment.end
    while end > start and (_is_any(page, end - 1) or page.tokens[end - 1].text in ",.!"):
        end -= 1
    while start < end and _is_any(page, start):
        start += 1
    ahead = [p for p in range(segment.start, place) if not _is_any(page, p)]
    inside = [p for p in range(place + 1, start) if not _is_any(page, p) and p != verb]
    where = " ".join(page.words(p, p + 1) for p in [*ahead, *inside])
    if not page.has(start, end, *_THINGS) or page.has(segment.start, segment.end, *_OTHER):
        return None
    if page.has(segment.start, place, *_THINGS):
        return None  # "The hat could have a ribbon."
    if any(page.form(p) in board.names for p in [*ahead, *inside]):
        return None  # "Sofie can wear a hat" says whose it is.
    return f"{where} {add_in(page)} {page.words(start, end)}".strip()


def _thing_start(page: Page, start: int, end: int) -> int:
    """Return where "eine Brille" begins in front of a verb that ends the sentence."""
    led = (p for p in range(start, end) if page.form(p) in word_set("giving.indefinite"))
    return next(led, start)

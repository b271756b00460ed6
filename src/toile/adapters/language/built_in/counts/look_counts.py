"""How many looks and pieces a text counts."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at


def read_looks(page: Page, taken: set[int]) -> tuple[int, int, int] | None:
    """Return how many looks there are, with the tokens that say it."""
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "media"):
            if span.name == "look":
                headed = page.form(span.end) == ":" and span.start == segment.start
                behind = (span.end + 1,) if headed else ()
                for place in (span.start - 1, span.start - 2, *behind):
                    counted = count_at(page, place) if place >= segment.start else None
                    english = page.languages[0] == "en" and page.form(span.start) == "look"
                    verb = counted and counted[0] > 1 and english
                    if counted is None or verb or place in taken:
                        continue
                    if counted[0] > 1 or not _of_each(page, place, span.end):
                        return counted[0], place, span.end
                    pieces = _pieces_before(page, segment.start, place)
                    if pieces:
                        return pieces, place, span.end
    return None


def _of_each(page: Page, place: int, end: int) -> bool:
    """Whether "one look each", "one per look" gives every piece a look of its own."""
    per = any(page.form(p) in word_set("people.per") for p in range(place, end))
    return per or page.has(end, min(end + 2, len(page.tokens)), "each")


def _pieces_before(page: Page, start: int, place: int) -> int | None:
    """Return how many things a sentence counts before: "six gowns, one per look"."""
    for here in range(start, place):
        counted = count_at(page, here)
        if counted and counted[0] > 1 and page.first(counted[1], "g", "h", "b", "j", "c"):
            return counted[0]
    return None


def counted_pieces(page: Page) -> int | None:
    """Return the last "twelve pieces" of the text."""
    found: int | None = None
    for place in range(len(page.tokens)):
        counted = count_at(page, place)
        if counted and page.form(counted[1]) in word_set("asks.pieces") and counted[0] > 1:
            found = counted[0]
    return found


_LONGEST_ROW = 40


def numbers_looks(page: Page, place: int) -> bool:
    """Whether a figure names a look: "looks 3, 7 and 12 also get a back view"."""
    first = max(page.segment_of(place).start, place - _LONGEST_ROW)
    while page.tokens[place].text.isdecimal() or page.form(place) in word_set("colours.between"):
        place -= 1
        if place < first:
            return False
    span = page.span_at(place, "media")
    return span is not None and span.name == "look" and not page.tokens[place].text.isdecimal()

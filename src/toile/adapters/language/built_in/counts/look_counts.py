"""How many looks and pieces a text counts."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at


def read_looks(page: Page, taken: set[int]) -> tuple[int, int, int] | None:
    """Return how many looks there are, with the tokens that say it."""
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "media"):
            if span.name == "look":
                for place in (span.start - 1, span.start - 2):
                    counted = count_at(page, place) if place >= segment.start else None
                    verb = counted and counted[0] > 1 and page.form(span.start) == "look"
                    if counted and not verb and place not in taken:
                        return counted[0], place, span.end
    return None


def counted_pieces(page: Page) -> int | None:
    """Return the last "twelve pieces" of the text."""
    found: int | None = None
    for place in range(len(page.tokens)):
        counted = count_at(page, place)
        if counted and page.form(counted[1]) in word_set("asks.pieces") and counted[0] > 1:
            found = counted[0]
    return found


def numbers_looks(page: Page, place: int) -> bool:
    """Whether a figure names a look: "looks 3, 7 and 12 also get a back view"."""
    while page.tokens[place].text.isdecimal() or page.form(place) in word_set("colours.between"):
        place -= 1
        if place < 0:
            return False
    span = page.span_at(place, "media")
    return span is not None and span.name == "look" and not page.tokens[place].text.isdecimal()

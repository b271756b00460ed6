"""Children's wear: a word for a child that says who wears a good, with the sizes behind it."""

from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment

_GOODS = ("g", "h", "b", "j", "c")
_NEAR = 5


def children_sold_to(page: Page, segment: Segment) -> set[int]:
    """Return the places of who is sold to: "ponchos for kids aged 2 to 8"; all else counts."""
    return {
        place
        for span in page.spans(segment.start, segment.end, "young")
        if span.name == "teen"
        and (_is_sold_to(page, span.start, segment) or _is_a_line(page, span))
        for place in range(span.start, _sizes_end(page, _girls_end(page, span.end)))
    }


def is_girl(page: Page, place: int) -> bool:
    """Whether a girl or a boy is spoken of, who is a child beside children's wear."""
    return page.form(place) in word_set("minors.girls") | word_set("minors.girls_many")


def _is_sold_to(page: Page, place: int, segment: Segment) -> bool:
    """Whether a young word stands right behind a good, by itself or behind "for"."""
    bought = page.first(place - 2, *_GOODS) if place > 1 else None
    if bought is not None and bought.end > place:
        return True  # "ropa de niños" is a kind of clothes.
    goods = page.spans(max(segment.start, place - _NEAR), place, *_GOODS)
    if page.languages[0] in ROMANCE and goods and goods[-1].end == place:
        return True  # "bottes de pluie enfant"
    audience = word_set("people.audience") | word_set("minors.of")
    return bought is not None and page.form(place - 1) in audience


def _is_a_line(page: Page, span: Span) -> bool:
    """Whether a line of goods is called so: "the teen line", "la ligne enfant"."""
    led = page.form(span.start - 1) in word_set("minors.line_of")
    of = span.start - 1 - (page.form(span.start - 1) in ("'", "’"))
    led = led or (
        page.form(of) in word_set("minors.of") | word_set("quoted_names.of")
        and page.form(of - 1) in word_set("minors.rooms")
    )
    sold = page.form(span.end) in word_set("minors.sold")
    return sold or (led and page.languages[0] in ROMANCE)


def _girls_end(page: Page, end: int) -> int:
    """Return the end of a row of more who are sold to: "kids, girls and boys", "enfant fille"."""
    if page.form(end) in word_set("minors.girls"):
        return end + 1
    joins = word_set("minors.row") | {"/"}
    while page.form(end) in joins and page.form(end + 1) in word_set("minors.girls_many"):
        end += 2
    return end


def _sizes_end(page: Page, end: int) -> int:
    """Return the end of a range of sizes: "aged 3 to 8", not "aged 3 and 8"."""
    place, figures, ranged = end, 0, False
    while (figure := page.form(place).isdecimal()) or page.form(place) in _OF_SIZES:
        figures += figure
        ranged = ranged or (figures == 1 and page.form(place) in word_set("minors.up_to"))
        place += 1
    return place if ranged and figures == 2 else end


_OF_SIZES = word_set("minors.of_sizes") | word_set("minors.up_to") | word_set("flagging.ages")

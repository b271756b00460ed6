"""Colours in plain words that no list knows: "the coat in storm", "bermuda color corda"."""

from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words, in_english

_PLAIN = 4
_AND_IN = word_set("colours.between")
_IN = word_set("products.right")


def said_plainly(page: Page, segment: Segment, found: Found) -> None:
    """Read a colour that no list knows: "the coat in storm", "bermuda color corda"."""
    for place in range(found.end, min(segment.end - 1, found.end + _PLAIN)):
        form = page.form(place)
        cued = form in word_set("colourways.words") | word_set("colourways.sure")
        if not cued and not (form in ("in", "en", "i") and _in_a_list(page, segment)):
            if (
                page.tokens[place].is_word
                and form not in _BREAKS
                and not page.tokens[place].is_name
            ):
                continue
            return
        start = place + 1 + (page.form(place + 1) in _IN)
        end = start
        while end < segment.end and end - start < _PLAIN and page.tokens[end].is_word:
            if page.form(end) in _AND_IN or page.form(end) in function_words():
                break
            end += 1
        if 0 < end - start <= _TWO and _may_be_colour(page, start, end):
            english = page.languages[0] == "en"
            said = page.words(start, end) if english else in_english(page, start, end)
            found.colours.append(said.lower())
            found.end = end
            _go_on(page, segment, found)
        return


def _go_on(page: Page, segment: Segment, found: Found) -> None:
    """Read the known colours behind one that no list knows: "in mist, rust and sand"."""
    place = found.end
    while place < segment.end - 1 and page.form(place) in _AND_IN:
        place += 1
        hue = page.span_at(place, "col")
        if hue is None:
            continue
        behind = page.first(hue.end, *KINDS, "m", "media")
        if behind is not None or hue.end > segment.end:
            return
        found.colours.append(page.said(hue))
        found.end = place = hue.end


_TWO = 2
_BREAKS = function_words() - frozenset(("al", "a", "alla", "aux", "de", "di"))


def _in_a_list(page: Page, segment: Segment) -> bool:
    """Whether a sentence names two or more things to wear, one of them with a colour."""
    goods = page.spans(segment.start, segment.end, *KINDS)
    coloured = page.spans(segment.start, segment.end, "col")
    return len(goods) > 1 and bool(coloured)


def _may_be_colour(page: Page, start: int, end: int) -> bool:
    """Whether words are plain: no name, person, month, channel or thing."""
    named = page.tokens[start].is_name and page.languages[0] != "de"
    other = page.has(start, end, *KINDS, *_ELSEWHERE)
    closed = page.form(end) in _CLOSES or end >= len(page.tokens) or page.form(end) in _AND_IN
    return not named and not other and closed and page.form(start) not in word_set("colours.never")


_ELSEWHERE = ("people", "month", "chan", "media", "group", "light", "set", "mood", "pose", "week",
              "weekday", "aspect", "role")  # fmt: skip
_CLOSES = frozenset(",;.:()+&/|\n") | {
    "with",
    "and",
    "und",
    "et",
    "e",
    "y",
    "och",
    "mit",
    "avec",
    "con",
    "med",
}

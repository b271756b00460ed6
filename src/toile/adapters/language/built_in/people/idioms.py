"""Words for people that are part of a turn of phrase: "a couple of", "the tea people"."""

from toile.adapters.language.built_in.people.ages import is_age
from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import function_words
from toile.adapters.language.built_in.text.ratios import count_at

_GOODS = ("g", "h", "b", "j", "c")
_NEAR_COUNT = 3


def is_idiom(page: Page, span: Span) -> bool:
    """Whether the word is part of a turn of phrase: "a couple of", "the other bride"."""
    before, word = page.form(span.start - 1), page.tokens[span.start]
    if _is_a_trade(page, span) or _owns(page, span):
        return True
    if span.name == "couple" and (_is_a_few(page, span) or _is_of_things(page, span)):
        return True
    if before == "of" and word.is_name:
        return True
    if before in ("other", "andere", "andra", "l'autre"):
        return not (span.start > 1 and is_counted(page, span.start - 1))
    earlier = page.spans(0, span.start, "people") if span.name == "bride" else []
    return any(page.form(s.start - 1) not in word_set("people.ranges") for s in earlier)


def _is_a_trade(page: Page, span: Span) -> bool:
    """Whether "the tea people", "die Kaffeeleute" are a house: a plain noun leads to them."""
    noun = page.tokens[span.start - 1] if span.start > 1 else None
    led = page.form(span.start - 2) in word_set("people.the") | {"those"}
    traded = page.form(span.start) in word_set("people.folk") and span.end - span.start == 1
    plain = noun is not None and noun.is_word and noun.form not in function_words()
    return led and traded and plain and not page.first(span.start - 1, "n", "look", "adj", "age")


def _owns(page: Page, span: Span) -> bool:
    """Whether somebody only owns what is told: "nella tipografia di mio zio"."""
    mine = page.form(span.start - 1) in word_set("people.mine")
    return mine and page.form(span.start - 2) in word_set("people.of")


def _is_of_things(page: Page, span: Span) -> bool:
    """Whether "gli orecchini sempre in coppia" puts things side by side."""
    first = page.segment_of(span.start).start
    stop = max((p + 1 for p in range(first, span.start) if page.form(p) in ",;:("), default=first)
    led = page.form(span.start - 1) in word_set("people.as_a_pair")
    return led and page.has(stop, span.start, *_GOODS)


def _is_a_few(page: Page, span: Span) -> bool:
    """Whether "a couple of", "ett par nyanser", "una coppia di lato" only counts things."""
    after = page.form(span.end)
    if after in word_set("people.of"):
        figure = page.form(span.start - 1).isdecimal()  # "1 coppia di lato" is a pair of shoes.
        return page.languages[0] == "en" or (figure and not page.first(span.end + 1, "people"))
    token = page.tokens[min(span.end, len(page.tokens) - 1)]
    small = after in function_words() | word_set("traits.led") or is_age(after)
    plain = token.is_word and span.end < len(page.tokens) and not small
    return page.languages[0] == "sv" and plain and not page.first(span.end, "look", "people")


def is_counted(page: Page, place: int) -> bool:
    """Whether a count stands before a word for people, their looks apart: "en äldre man"."""
    here = place - 1
    while here > 0 and place - here < _NEAR_COUNT and page.first(here, "look", "age"):
        here -= 1  # "en äldre man"
    return count_at(page, here) is not None if place else False

"""Where a product begins: the words before its noun that describe or name it."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import function_words

NOT_BEFORE = word_set("products.not_before")


def left_edge(page: Page, span: Span, segment: Segment, skip: set[int]) -> int:
    small = function_words()
    left = span.start
    while left > segment.start and span.start - left < 5 and left - 1 not in skip:
        token = page.tokens[left - 1]
        if token.end + 1 == page.tokens[left].start and page.text[token.end] == "-":
            left -= 1
            continue
        if token.text == "-" and left - 2 >= segment.start and _is_joined(page, left - 1):
            left -= 2
            continue
        blocked = page.first(
            left - 1,
            "media",
            "n",
            "neg",
            "each",
            "people",
            "cue",
            "chan",
            "light",
            "month",
            "role",
            "must",
            "s",
            "mood",
            "weekday",
            "season",
        )
        if not token.is_word or token.form in small or token.form in NOT_BEFORE:
            break
        named = blocked and _is_style(page, left - 1, blocked)
        if blocked and not page.first(left - 1, "col", "m") and not named:
            break
        left -= 1
    return left


_ALSO_NAMES = ("light", "month", "s", "mood", "weekday")


def _is_style(page: Page, place: int, span: Span) -> bool:
    """Whether a word of places, light or days is a style by its capital: "Fjord cardigan"."""
    name, behind = page.tokens[place], page.tokens[place + 1]
    written = name.is_name and not name.text.isupper() and not behind.is_name
    alone = span.start == place and span.end == place + 1
    return written and alone and span.kind in _ALSO_NAMES and page.languages[0] != "de"


def _is_joined(page: Page, place: int) -> bool:
    """Whether a hyphen ties the words around it together, no dash between two thoughts."""
    before, sign, behind = page.tokens[place - 1 : place + 2]
    return before.is_word and (before.end == sign.start or sign.end == behind.start)

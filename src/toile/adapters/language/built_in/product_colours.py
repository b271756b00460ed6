"""Colours, materials and style names right behind a product: "in navy", "(sand, dove)"."""

from toile.adapters.language.built_in.colour_lists import listed_colours
from toile.adapters.language.built_in.lexicon import Span, word_set
from toile.adapters.language.built_in.page import Page, Segment
from toile.adapters.language.built_in.phrases import function_words
from toile.adapters.language.built_in.product_lists import (
    KINDS,
    Found,
    names_in,
    then_noun,
)
from toile.adapters.language.built_in.ratios import count_at


def take(page: Page, found: Found, span: Span) -> None:
    said = page.words(span.start, span.end).lower() if page.languages[0] == "en" else span.name
    if span.kind == "col":
        found.colours.append(said)
    elif found.material is None:
        found.material = said


def _behind(page: Page, span: Span, segment: Segment, found: Found, skip: set[int]) -> int:
    """Return the place where colours begin: behind a style name, or plain words of the noun."""
    place = span.end
    token = page.tokens[place] if place < segment.end else None
    if token is None:
        return place
    listed = _counted_list(page, place, segment)
    if listed:
        found.count = found.count or listed[0]
        return listed[1]
    opened = page.form(place + 1) == "("
    named = opened or (page.languages[0] in _NAMING and not _ends_name(page, place))
    if token.is_name and token.is_word and not page.at[place] and named and place not in skip:
        found.words.insert(0, token.text)
        found.said = f"{token.text} {found.said}"
        return place + 1
    if page.languages[0] not in _ROMANCE:
        return place
    for here in range(place, min(segment.end, place + _PLAIN)):
        if page.first(here, "col", "m", "adj") or (page.form(here) == "(" and here > place):
            return here
        plain = page.tokens[here].is_word and not page.tokens[here].is_name
        if not plain or page.at[here].keys() - {"cue", "head", "mood", "framing", "role"}:
            break
        if page.form(here) in function_words() and page.form(here) not in _OF:
            break
    return place


def _ends_name(page: Page, place: int) -> bool:
    """Whether the capitals behind a noun are of somebody: two names stand together."""
    return page.tokens[min(place + 1, len(page.tokens) - 1)].is_name


def _counted_list(page: Page, place: int, segment: Segment) -> tuple[int, int] | None:
    """Read ", three of them:" in front of a list: the count and the place of the colon."""
    counted = count_at(page, place + 1) if page.form(place) == "," else None
    if counted is None:
        return None
    for here in range(counted[1], min(segment.end, counted[1] + 4)):
        if page.form(here) == ":":
            return counted[0], here
        if not page.tokens[here].is_word:
            return None
    return None


_NAMING = ("fr", "it", "es", "sv")
_ROMANCE = ("fr", "it", "es")


_PLAIN = 4


_OF = ("de", "di", "en", "in", "a", "d")


_AND_IN = word_set("colours.between")


_IN = word_set("products.right")


def read_right(page: Page, span: Span, segment: Segment, found: Found, skip: set[int]) -> None:
    """Read colours and material behind the noun: "in navy", "oat", "(sand, dove)"."""
    place = _behind(page, span, segment, found, skip)
    if page.form(place) in word_set("products.right") | word_set("products.is"):
        place += 1
    listed = page.form(place) in ("(", ":")
    if listed:
        found.names = names_in(page, place + 1, segment, found.count)
        colours, after = (
            ([], place)
            if found.names
            else listed_colours(page, place, segment, found.count, place > span.end)
        )
        if colours:
            found.colours += colours
            found.end = after
            return
    place += listed
    while place < segment.end:
        shape = page.span_at(place, "adj")
        if shape and page.languages[0] != "en" and not page.first(place, "col", "m"):
            found.shapes.append(shape.name)
            found.end = place = shape.end
            continue
        inner = page.first(place, "col", "m")
        if inner is None or page.first(inner.end, *KINDS):
            if page.form(place) in word_set("products.right.2") and (
                found.colours and page.first(place + 1, "col") and not then_noun(page, place + 1)
            ):
                place += 1
                continue
            if page.form(place) in _AND_IN and page.form(place + 1) in _IN and found.colours:
                place += 2  # "in crystal and in honey"
                continue
            if listed and (count_at(page, place) or page.form(place) in ("of", "them", ":")):
                place += 1
                continue
            return
        take(page, found, inner)
        found.end = place = inner.end

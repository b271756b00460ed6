"""Goods whose advertising the law restricts: alcohol and tobacco, in a glass or on sale.

The words, by language, stand in ``data/language/restricted_goods.psv``; what is said of them in
``data/language/flags.yaml``. Colours, clothes and places that are called so are none.
"""

from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.flags.grown import CLOSES
from toile.adapters.language.built_in.people.known_people import first_names
from toile.adapters.language.built_in.text.families import ROMANCE
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table, word_set
from toile.adapters.language.built_in.text.page import Page, Segment
from toile.adapters.language.built_in.text.phrases import inside
from toile.adapters.language.built_in.text.word_groups import Stretch, WordGroup, phrase

_WORN = ("g", "h", "b", "j", "m", "col")
_NEAR = 8
_BEFORE = 3
_LEADS = frozenset((":", "-", "–", "—", "by", "is"))


def restricted(page: Page, segment: Segment, goods: str, negations: list[Stretch]) -> bool:
    """Whether a segment shows such goods, or somebody who drinks or smokes them."""
    start, end = segment.start, segment.end
    if any(list(_found(page, goods, "free", start, end))):
        return False
    return any(
        not inside(place, negations) and not _is_something_else(page, goods, (place, stop))
        for place, stop in _goods(page, goods, start, end)
    )


def _goods(page: Page, goods: str, start: int, end: int) -> Iterator[Stretch]:
    yield from _found(page, goods, "sure", start, end)
    for place, stop in _found(page, goods, "tinted", start, end):
        first, last = max(start, place - _NEAR), min(end, stop + _NEAR)
        had = _found(page, goods, "with", first, last)
        if any(not _within(page, one, "col") for one, _ in had):
            yield place, stop


def _is_something_else(page: Page, goods: str, found: Stretch) -> bool:
    """Whether a good is a garment's cut, a colour, a place or a scent by its neighbours."""
    place, stop = found
    if page.form(place - 1) in word_set("alterations.no") | word_set("flagging.none_of"):
        return True
    hued = page.languages[0] in ROMANCE and page.span_at(stop, "col")  # "champagne rosé"
    if (page.first(stop, *_WORN) and not hued) or any(
        _found(page, goods, "behind", stop, stop + 1)
    ):
        return True
    if page.form(stop) == "-" or page.form(place - 1) == "-":
        return True
    if _within(page, place, "g", "h", "b"):
        return True
    ahead = max(0, place - _BEFORE)
    if any(last == place for _, last in _found(page, goods, "before", ahead, place)):
        return True
    hues = {last for _, last in _found(page, goods, "hued", ahead, place)}
    return _is_hued(page, place, hues) or _is_a_cut(page, place) or _is_a_name(page, found)


def _is_hued(page: Page, place: int, hues: set[int]) -> bool:
    """Whether a colour is called after a good: "rosso vino", "i färgen mörk öl"."""
    coloured = page.span_at(place - 1, "col") if page.languages[0] in ROMANCE else None
    if coloured and coloured.end >= place:
        return True
    return place - 1 in hues and page.form(place - 1) not in CLOSES | word_set("asks.joins")


def _is_a_name(page: Page, found: Stretch) -> bool:
    """Whether somebody is called so: "Margarita Diaz", "Stylist: Gin Nakamura"."""
    place, stop = found
    if stop > place + 1 or not page.tokens[place].is_name:
        return False
    if page.form(place - 1) in first_names() and page.tokens[place - 1].is_name:
        return True
    if stop >= len(page.tokens) or not page.tokens[stop].is_name or set(page.at[stop]) - {"col"}:
        return False  # "Martini Bianchi" is called so, "Martini Bar" is a place.
    before = page.form(place - 1 - (page.form(place - 1) in _LEADS))
    crew = before in word_set("restricted_goods.crew")
    return page.form(place) in first_names() or crew


def _is_a_cut(page: Page, place: int) -> bool:
    """Whether a garment stands right before: "pantalon cigarette", "pantaloni a sigaretta"."""
    joined = place - 1 - (page.form(place - 1) in word_set("restricted_goods.cut_as"))
    before = page.spans(max(0, joined - 2), joined + 1, "g", "h", "b")
    return bool(before) and before[-1].end == joined + 1


def _within(page: Page, place: int, *kinds: str) -> bool:
    """Whether a word is a part of something else: "verde botella", "robe de cocktail"."""
    around = page.spans(place - _BEFORE, place + _BEFORE, *kinds)
    return any(span.start <= place < span.end for span in around)


def _found(page: Page, goods: str, part: str, start: int, end: int) -> Iterator[Stretch]:
    for language in LANGUAGES:
        if language == "en" or language in page.languages:
            yield from _group(goods, part, language).within(page, start, end)


@cache
def _group(goods: str, part: str, language: str) -> WordGroup:
    column = 1 + LANGUAGES.index(language)
    rows = (row for row in read_table("restricted_goods") if row[0] == f"{goods}:{part}")
    words = (word for row in rows for word in row[column].split(",") if word)
    return WordGroup(frozenset(map(phrase, words)))

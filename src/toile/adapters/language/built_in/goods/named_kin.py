"""A thing called after one told before: "the Weir umbrella and the Weir Mini in black"."""

from collections.abc import Iterator

from toile.adapters.language.built_in.goods.product_lists import KINDS, Found
from toile.adapters.language.built_in.goods.told_colours import tell
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_MOST = 3
_REACH = 8


def named_kin(page: Page, found: list[Found]) -> list[Found]:
    """Return the products, and those that share the name of one without its noun."""
    if page.languages[0] == "de":
        return found  # Every noun has a capital there.
    taken = {p for one in found for p in range(one.start, one.end)}
    return [each for one in found for each in (one, *_kin(page, one, taken))]


def _kin(page: Page, one: Found, taken: set[int]) -> Iterator[Found]:
    told = one.names or [word for word in one.words if word[:1].isupper()]
    name = told[0] if len(told) == 1 else ""
    if not name or " " in name:
        return
    for place in range(one.end, len(page.tokens) - 1):
        led = page.form(place - 1) in word_set("people.the")
        if page.tokens[place].text != name or not led or place in taken:
            continue
        stop = place + 1
        while stop < len(page.tokens) and stop - place < _MOST and _goes_on(page, stop):
            stop += 1
        if stop == place + 1 or page.first(stop, *KINDS) is not None:
            continue
        said = page.words(place, stop)
        new = Found(place, stop, one.noun, said.split(), said=f"{said} {one.noun}")
        tell(page, new, stop, _end(page, stop))
        yield new


def _goes_on(page: Page, place: int) -> bool:
    token = page.tokens[place]
    figure = token.text.isdecimal() and page.tokens[place - 1].is_name
    return figure or (token.is_name and token.is_word)


def _end(page: Page, stop: int) -> int:
    """Return where what is told of a thing ends."""
    last = min(page.segment_of(stop - 1).end, stop + _REACH)
    return next((p for p in range(stop, last) if page.tokens[p].text in ",;("), last)

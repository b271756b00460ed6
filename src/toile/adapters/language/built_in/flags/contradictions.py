"""Wishes that exclude each other: one light wished and refused, black and white and a colour."""

from toile.adapters.language.built_in.flags.monochrome import coloured_monochrome
from toile.adapters.language.built_in.flags.nobody_yet_somebody import nobody_yet_somebody
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.phrases import inside
from toile.domain.brief import Flag

Stretches = list[tuple[int, int]]
_FLASHES = frozenset(("hard flash", "direct flash", "strobe"))
_LAMPS = word_set("flagging.lamps")
_DAYLIGHT = frozenset(("daylight", "natural light", "soft daylight", "window light"))


def contradictions(page: Page, negations: Stretches) -> list[Flag]:
    """Return a flag where two wishes exclude each other: the first that is found."""
    monochrome = coloured_monochrome(page, negations)
    found = [monochrome] if monochrome else _of_light(page, negations)
    return found or nobody_yet_somebody(page, negations)


def _of_light(page: Page, negations: Stretches) -> list[Flag]:
    wished: dict[str, int] = {}
    refused: dict[str, int] = {}
    for segment in page.live():
        for span in page.spans(segment.start, segment.end, "light"):
            (refused if inside(span.start, negations) else wished).setdefault(span.name, span.start)
    clash = [
        name
        for name in wished
        if name in refused and page.segment_of(wished[name]) != page.segment_of(refused[name])
    ]
    if "artificial light" in refused:
        clash += [name for name in wished if _is_lamp(name)]
    elif set(refused) & _FLASHES:
        clash += [name for name in wished if name in _FLASHES - set(refused)]
    if _only_daylight(page):
        clash += [name for name in wished if _is_lamp(name)]
    if not clash:
        return []
    place = wished[clash[0]]
    why = f"{clash[0]} is wished for in one place and ruled out in another. Which holds?"
    return [Flag(code="CONTRADICTION", action="ask", why=why, quote=page.words(place, place + 1))]


def _is_lamp(name: str) -> bool:
    """Whether a light is no daylight."""
    return name.replace(" ", "_") in _LAMPS


def _only_daylight(page: Page) -> bool:
    only = word_set("people.only") | word_set("markets.only") | {"strictly", "exclusively"}
    return any(
        span.name in _DAYLIGHT and {page.form(span.start - 1), page.form(span.end)} & only
        for segment in page.live()
        for span in page.spans(segment.start, segment.end, "light")
    )

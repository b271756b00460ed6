"""How many things come in: "put two lemons on the table" speaks of no shot 2."""

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.page import Page

_THINGS = ("g", "h", "b", "j", "p")
_NEAR = 3


def counts_things(page: Page, place: int) -> bool:
    """Whether a number in words counts what a verb ahead puts into a picture."""
    return _counted(page, place) is not None


def unlight_counted(page: Page) -> None:
    """Let "two candles" that are put somewhere be things, and no candle light."""
    for place in range(len(page.tokens)):
        thing = _counted(page, place) if "n" in page.at[place] else None
        if thing is not None:
            page.at[thing.start].pop("light", None)


def _counted(page: Page, place: int) -> Span | None:
    """Return the things that a number in words counts, where a verb ahead puts them in."""
    number = page.span_at(place, "n")
    if number is None or page.tokens[place].text.isdecimal() or int(number.name) < 2:
        return None
    end = number.end
    while page.first(end, *_THINGS) is None and _is_dressing(page, end):
        end += 1
    thing = page.first(end, *_THINGS)
    if thing is None or not _are_several(page, thing.end - 1):
        return None
    return thing if _is_put(page, place) or _opens(page, place, thing.end) else None


def _is_dressing(page: Page, place: int) -> bool:
    """Whether "green", "wooden", "more" stands before what is counted."""
    more = page.form(place) in word_set("counted_things.more")
    return more or page.first(place, "col", "m", "adj") is not None


def _are_several(page: Page, place: int) -> bool:
    """Whether the word at a place has the ending of many."""
    endings = tuple(word_set(f"counted_things.endings.{page.languages[0]}"))
    return page.form(place).endswith(endings)


def _is_put(page: Page, place: int) -> bool:
    """Whether "put", "metti anche", "give her" stands in front."""
    ahead = range(max(0, place - _NEAR), place)
    adds = any(s.name == "add" and s.end <= place for s in page.spans(ahead.start, place, "act"))
    return adds or any(page.form(p) in word_set("counted_things.put") for p in ahead)


def _opens(page: Page, place: int, end: int) -> bool:
    """Whether a sentence begins with what comes in for a shot: "two lemons for the café"."""
    opens = any(segment.start == place for segment in page.live())
    return opens and page.form(end) in word_set("meant_for.for")

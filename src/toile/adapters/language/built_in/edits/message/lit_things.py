"""What is on in a picture: in "lamp on in the window" the window is where the lamp is, no set.

So is the table of "a candle on the table", and the candle is a prop.
"""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_NEAR = 3
_PLACES = ("s", "set", "light", "aspect")


def set_lit_things_aside(page: Page) -> None:
    """Take from the words behind a lamp, a fire, a TV that is on the sense of the whole place."""
    for place in range(len(page.tokens)):
        if page.form(place) in word_set("lit_things.things"):
            _stand(page, place)
        if page.form(place) in word_set("lit_things.light") and (
            page.form(place) in word_set("lit_as_there.the_light")
            or page.form(place - 1) in word_set("echoes.same")
        ):
            page.at[place].pop("p", None)  # Swedish calls candles and light by one word.
    for place in range(1, len(page.tokens)):
        thing = place - 1
        if page.form(place) not in word_set("lit_things.on"):
            continue
        if page.form(thing) not in word_set("lit_things.things"):
            continue
        page.at[thing].pop("aspect", None)
        if page.form(place + 1) not in word_set("scene.prepositions"):
            continue
        for behind in range(place + 2, min(place + 2 + _NEAR, len(page.tokens))):
            for kind in _PLACES:
                page.at[behind].pop(kind, None)


def _stand(page: Page, thing: int) -> None:
    """Let a candle that stands on a piece of furniture be a prop, and that no set."""
    if page.form(thing + 1) not in word_set("scene.prepositions"):
        return
    for behind in range(thing + 2, min(thing + 1 + _NEAR, len(page.tokens))):
        if page.first(behind, "p") is not None and page.first(thing, "p") is not None:
            page.at[thing].pop("light", None)
            page.at[thing].pop("c", None)  # What is sold may be a scented one.
            for kind in _PLACES:
                page.at[behind].pop(kind, None)

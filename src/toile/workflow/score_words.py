"""The words that a brief's values are compared in: as the text has them, by one name for each."""

from collections.abc import Mapping
from typing import Any

Facts = Mapping[str, Any]
_QUOTED = 8

_CHANNELS = {
    "e-commerce": ("ecom", "e-com", "ecommerce", "webshop", "web shop", "online shop", "shop",
                   "e-shop", "own webshop", "own shop", "onlineshop"),
    "pdp": ("product pages", "product page", "pdps"),
    "email": ("emailer", "mailer", "e-mail", "mailing"),
    "in-store": ("shops", "stores", "in shops", "points of sale", "point of sale"),
    "website": ("site", "web", "homepage"),
    "ooh": ("posters", "billboards", "outdoor posters", "out of home"),
}  # fmt: skip


def one_channel(said: str) -> str:
    """Return one name for a channel that people call many."""
    plain = said.casefold()
    return next((name for name, words in _CHANNELS.items() if plain in words), plain)


def quotes(name: str, got: Facts) -> dict[int, str]:
    """Return the words that the values of a field were read from, where those are few."""
    return {
        int(place): str(note["quote"])
        for note in got.get("evidence") or ()
        for field, _, place in [str(note["path"]).partition(".")]
        if field == name and place.isdecimal() and len(str(note["quote"]).split()) <= _QUOTED
    }


def in_own_words(one: Facts, quote: str) -> Facts:
    """Return a product as the text has it: "pull Brume (craie)" for the chalk jumper."""
    return {"item": quote, "colour": one.get("colour") and quote} if quote else one

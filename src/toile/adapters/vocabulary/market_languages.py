"""The official languages of markets, from the Unicode CLDR by way of Babel."""

from collections.abc import Sequence

from babel.languages import get_official_languages

EVERYWHERE = ("en",)


def languages_of(territories: Sequence[str]) -> tuple[str, ...]:
    """Return the languages of the markets, each once, in the order of the markets."""
    found: dict[str, None] = {}
    for territory in territories:
        official = get_official_languages(territory, de_facto=True)
        found.update(dict.fromkeys(official or EVERYWHERE))
    return tuple(found) or EVERYWHERE

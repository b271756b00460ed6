"""How often a thing is to be seen, in English: "in due foto" is "in 2 pictures"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.ratios import count_at


def in_pictures(page: Page, place: int, end: int) -> tuple[str, int] | None:
    """Return the words for counted pictures at a place, and the next place."""
    counted = count_at(page, place)
    medium = page.first(counted[1], "media") if counted else None
    led = page.form(place - 1) in word_set("musts.on") | word_set("musts.least")
    if not counted or medium is None or medium.end > end or not led:
        return None
    return f"in {counted[0]} {'picture' if counted[0] == 1 else 'pictures'}", medium.end

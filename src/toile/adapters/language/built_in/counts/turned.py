"""Films that are only said to be upright or lying: "one vertical film", "un video verticale"."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def turned(page: Page, start: int, stop: int) -> list[str]:
    """Return the ratio of a film that is only said to be upright or lying."""
    for place in range(start, stop):
        for words, ratio in (("asks.upright", "9:16"), ("asks.lying", "16:9")):
            if page.form(place) in word_set(words):
                return [ratio]
        medium = page.first(place, "media")
        if place > start and medium and medium.name == "still":
            return []  # "one film, three stills upright"
    return []

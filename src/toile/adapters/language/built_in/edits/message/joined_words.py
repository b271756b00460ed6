"""What German and Swedish write as one word: "Treppenbild", "trappbilden", "närbilden"."""

from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, lexicon, word_set
from toile.adapters.language.built_in.text.page import Page

_SHORTEST = 3
_WHOLE = ("framing", "whole", "noun", "kind", "aspect", "priority")
_ENDINGS = ("en", "et", "n", "erna", "arna", "na")


def pictured(page: Page, place: int) -> str:
    """Return "one" or "many" for a word that ends in "picture" and says what it shows, else "".

    A word that the vocabulary knows as a whole ("Nahaufnahme", "närbild") is none.
    """
    form = page.form(place)
    if not set(GERMANIC) & set(page.languages) or page.first(place, *_WHOLE):
        return ""
    for noun in word_set("naming.joined"):
        if form.endswith(noun) and len(form) - len(noun) >= _SHORTEST:
            return "many" if _ends_as(form, "naming.joined_many") else "one"
    return ""


def _ends_as(form: str, name: str) -> bool:
    return any(form.endswith(noun) for noun in word_set(name))


def has_article_inside(page: Page, place: int) -> bool:
    """Whether a Swedish word carries its article: "närbilden", "packshotten"."""
    form = page.form(place)
    if "sv" not in page.languages:
        return False
    known = lexicon(("sv",), FOR_EDITS).phrases
    return any(
        form.endswith(ending) and base in known
        for ending in _ENDINGS
        for base in (form.removesuffix(ending), form.removesuffix(ending)[:-1])
        if len(base) >= _SHORTEST
    )


def is_many(page: Page, place: int) -> bool:
    """Whether a word is a plural: "Nahaufnahmen", "Totalen", "närbilderna"."""
    form = page.form(place)
    if "sv" in page.languages and form.endswith(("erna", "arna", "orna")):
        return True
    known = lexicon(("de",), FOR_EDITS).phrases if "de" in page.languages else {}
    return form.endswith("n") and form[:-1] in known

"""Words of the plain dictionary that name what is on the board: "la forgia", "das Strandbild"."""

from toile.adapters.language.built_in.dictionary import in_english
from toile.adapters.language.built_in.lexicon import word_set
from toile.adapters.language.built_in.page import Page

_JOINED = ("de", "sv")
_LINKS = ("", "s", "n", "en", "es")
_SHORTEST = 3


def said_in_english(page: Page, place: int, end: int) -> list[str]:
    """Return the English for a word that the dictionary of a message's language knows."""
    forms = [token.form for token in page.tokens[place : min(end, place + 1)]]
    found: list[str] = []
    for language in page.languages:
        said = in_english(forms, language) if forms else None
        if said:
            found.append(said[0])
        if language in _JOINED and forms:
            found += _picture_of(forms[0], language)
    return found


def _picture_of(form: str, language: str) -> list[str]:
    """Return what a "Strandbild" or a "strandbilden" shows."""
    for noun in word_set("naming.joined"):
        if form.endswith(noun) and len(form) - len(noun) >= _SHORTEST:
            head = form.removesuffix(noun)
            for link in _LINKS:
                said = in_english([head.removesuffix(link)], language)
                if said:
                    return [said[0]]
    return []

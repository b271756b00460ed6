"""Words of the plain dictionary that name what is on the board: "la forgia", "das Strandbild"."""

from collections.abc import Iterator
from functools import lru_cache

from toile.adapters.language.built_in.text.dictionary import in_english
from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, lexicon, word_set
from toile.adapters.language.built_in.text.page import Page

_SHOWN = ("s", "set", "light", "pose", "p", "g", "h", "b", "j")
_LINKS = ("", "s", "n", "en", "es")
_DROPPED = ("a", "e")
_SHORTEST = 3
_MOST_WORDS = 5_000


def said_in_english(page: Page, place: int, end: int) -> list[str]:
    """Return the English for a word that the dictionary of a message's language knows."""
    forms = [token.form for token in page.tokens[place : min(end, place + 1)]]
    found: list[str] = []
    for language in page.languages:
        said = in_english(forms, language) if forms else None
        if said:
            found.append(said[0])
        if language in GERMANIC and forms:
            found += _picture_of(forms[0], language)
    return found


@lru_cache(maxsize=_MOST_WORDS)
def _picture_of(form: str, language: str) -> tuple[str, ...]:
    """Return what a "Strandbild" or a "strandbilden" shows."""
    for noun in sorted(word_set("naming.joined"), key=len, reverse=True):
        if form.endswith(noun) and len(form) - len(noun) >= _SHORTEST:
            head = form.removesuffix(noun)
            for word in _firsts(head):
                said = in_english([word], language)
                known = (said[0],) if said else _in_vocabulary(word, language)
                if known:
                    return known
    return ()


def _firsts(head: str) -> Iterator[str]:
    """Yield what the first part may be alone: "Treppen" is "Treppe", "trapp" is "trappa"."""
    yield from (head.removesuffix(link) for link in _LINKS)
    yield from (head + ending for ending in _DROPPED)


def _in_vocabulary(word: str, language: str) -> tuple[str, ...]:
    """Return the English for a place, a light or a thing that the field's vocabulary knows."""
    rows = lexicon((language,), FOR_EDITS).phrases.get(word, ())
    return tuple(name for phrase, kind, name in rows if len(phrase) == 1 and kind in _SHOWN)

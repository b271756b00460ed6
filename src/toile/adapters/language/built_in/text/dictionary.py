"""Plain words of five languages in English: they carry no meaning of their own, they say an idea.

German and Swedish compounds are taken apart where both halves are known.
"""

from collections.abc import Sequence
from functools import cache

from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import LANGUAGES, read_table
from toile.adapters.language.built_in.text.tokens import Token, tokenise
from toile.adapters.language.built_in.text.word_forms import ENDINGS

LONGEST = 6
_PART = 4
_LINKS = ("", "s", "n", "en", "es")


@cache
def _words(language: str) -> dict[tuple[str, ...], str]:
    column = LANGUAGES.index(language)
    said: list[tuple[str, list[Token]]] = []
    for row in read_table("dictionary"):
        cells = row[column] if column < len(row) else ""
        said += [(row[0], [t for t in tokenise(w) if t.form != "-"]) for w in cells.split(",") if w]
    found: dict[tuple[str, ...], str] = {}
    # "Ferme" is a farmhouse and "fermé" closed: with its accents a word is what it is.
    for english, tokens in said:
        found.setdefault(tuple(t.text.casefold() for t in tokens), english)
    for english, tokens in said:
        found.setdefault(tuple(t.form for t in tokens), english)
    return found


def in_english(
    forms: Sequence[str], language: str, written: Sequence[str] = ()
) -> tuple[str, int] | None:
    """Return the English for the words that begin a stretch, and how many they are.

    ``written`` are the words with their accents.
    """
    if language not in LANGUAGES[1:]:
        return None
    known = _words(language)
    for length in range(min(LONGEST, len(forms)), 0, -1):
        said = known.get(tuple(written[:length])) or known.get(tuple(forms[:length]))
        if said:
            return said, length
    said = _stemmed(forms[0], language) or _compound(forms[0], language) if forms else None
    return (said, 1) if said else None


def exactly(forms: Sequence[str], language: str, written: Sequence[str] = ()) -> str | None:
    """Return the English for just these words, inflected or not; ``written`` has accents."""
    if language not in LANGUAGES[1:]:
        return None
    said = _words(language).get(tuple(written)) or _words(language).get(tuple(forms))
    return said or (_stemmed(forms[0], language) if len(forms) == 1 else None)


def _stemmed(form: str, language: str) -> str | None:
    """Return the English for an inflected word."""
    known = _words(language)
    for ending in sorted(ENDINGS[language], key=len, reverse=True):
        if form.endswith(ending) and len(form) - len(ending) >= _PART:
            said = known.get((form[: -len(ending)],))
            if said:
                return said
    return None


def _compound(form: str, language: str) -> str | None:
    """Return "beer garden" for "Biergarten" where both halves are known."""
    if language not in GERMANIC or len(form) < 2 * _PART:
        return None
    known = _words(language)
    for cut in range(_PART, len(form) - _PART + 1):
        tail = known.get((form[cut:],)) or _stemmed(form[cut:], language)
        head = tail and _head(form[:cut], known)
        if tail and head:
            return f"{head} {tail}"
    return None


def _head(form: str, known: dict[tuple[str, ...], str]) -> str | None:
    for link in _LINKS:
        stem = form.removesuffix(link) if link else form
        if len(stem) >= _PART - 1 and (stem,) in known:
            return known[(stem,)]
    return None

"""German and Swedish words in one: "Daunenweste" is a down vest, "skogsgrön" a forest green.

The last part says what a thing is; the first says which. A brief names the whole thing, an edit
only asks what kind of thing or colour the word stands for.
"""

from collections.abc import Iterator
from functools import cache

from toile.adapters.language.built_in.text.dictionary import in_english
from toile.adapters.language.built_in.text.families import GERMANIC
from toile.adapters.language.built_in.text.lexicon import (
    FOR_EDITS,
    Lexicon,
    Span,
    lexicon,
    read_table,
)
from toile.adapters.language.built_in.text.tokens import Token, fold

_KINDS = ("g", "h", "b", "j", "c")
_THINGS = ("g", "h", "b", "j", "p", "s")
_HEADS = ("m", "col", "adj")
_LINKS = ("", "s", "n", "en", "e")
_TAIL = 4
# Short tails that also end other words: "Ordnung", "Messing", "Training".
_UNSURE = frozenset(("ring", "ringe", "ringar", "linne", "topp", "kopp", "lock", "sats", "drag"))


def compound_noun(form: str, known: Lexicon, language: str) -> tuple[str, str] | None:
    """Return kind and English name of a garment whose word ends in a known one."""
    for head, tail in _splits(form, 3, _TAIL):
        if tail in _UNSURE:
            continue
        for phrase, kind, name in known.phrases.get(tail, ()):
            if len(phrase) == 1 and kind in _KINDS:
                return kind, f"{_head(head, known, language)} {name}".strip()
    return None


def compound_span(token: Token, place: int, languages: tuple[str, ...]) -> Span | None:
    """Return what a long unknown word of German or Swedish stands for, or ``None``."""
    spoken = tuple(name for name in GERMANIC if name in languages)
    if not spoken or not token.is_word or len(token.form) < 7:
        return None
    for head, tail in _splits(token.form, 2, 3):
        kind, name = _tails(spoken).get(tail, ("", ""))
        if kind == "col":
            shade = _shades().get(head)
            if shade is not None:
                return Span(place, place + 1, "col", f"{shade} {name}")
        elif kind and len(tail) >= _TAIL and len(head) > 2:
            return Span(place, place + 1, kind, name)
    return None


def in_whole(form: str, name: str, language: str) -> str:
    """Return the English for a whole compound, "raffia bag" for "Basttasche", else ``name``."""
    known = lexicon((language,), FOR_EDITS) if language in GERMANIC else None
    if known is None or form in known.known:
        return name
    found = compound_noun(form, known, language)
    told = found is not None and found[1].endswith(f" {name}")
    # A first half that nobody knows is left out: "Lieblingstasche" is a bag.
    return found[1] if found and told and not form.startswith(fold(found[1])[:_TAIL]) else name


def _splits(form: str, head: int, tail: int) -> Iterator[tuple[str, str]]:
    """Yield a word in two parts of at least so many letters, the longest last part first."""
    for cut in range(head, len(form) - tail + 1):
        yield form[:cut], form[cut:]


@cache
def _tails(languages: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return the words that may stand last in an edit, with their kind and name."""
    found: dict[str, tuple[str, str]] = {}
    for word, rows in lexicon(languages, FOR_EDITS).phrases.items():
        for phrase, kind, name in rows:
            if len(phrase) == 1 and (kind == "col" or kind in _THINGS):
                found.setdefault(word, (kind, name))
    return found


@cache
def _shades() -> dict[str, str]:
    """Return the first parts of colours and their English words."""
    return {fold(row[0]): row[1] for row in read_table("colour_parts")}


def _head(form: str, known: Lexicon, language: str) -> str:
    """Return the English for the first half, or the half as it is written."""
    for link in _LINKS:
        stem = form.removesuffix(link) if link else form
        for phrase, kind, name in known.phrases.get(stem, ()):
            if len(phrase) == 1 and kind in _HEADS:
                return name
        said = in_english([stem], language)
        if said:
            return said[0]
    return form.removesuffix("s").removesuffix("n")

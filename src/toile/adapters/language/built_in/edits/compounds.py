"""Words made of two, as German and Swedish make them: "Laufweste", "skogsgrön", "neongelb".

The last part says what a thing is; a first part before a colour says which.
"""

from functools import cache

from toile.adapters.language.built_in.lexicon import FOR_EDITS, Span, lexicon, read_table
from toile.adapters.language.built_in.tokens import Token, fold

_THINGS = ("g", "h", "b", "j", "p", "s")
_JOINED = ("de", "sv")


def compound(token: Token, place: int, languages: tuple[str, ...]) -> Span | None:
    """Return what a long unknown word of German or Swedish stands for, or ``None``."""
    spoken = tuple(name for name in _JOINED if name in languages)
    if not spoken or not token.is_word or len(token.form) < 7:
        return None
    heads = _heads(spoken)
    for cut in range(2, len(token.form) - 2):
        kind, name = heads.get(token.form[cut:], ("", ""))
        if kind == "col":
            shade = _shades().get(token.form[:cut])
            if shade is not None:
                return Span(place, place + 1, "col", f"{shade} {name}")
        elif kind and len(token.form) - cut >= 4 and cut > 2:
            return Span(place, place + 1, kind, name)
    return None


@cache
def _heads(languages: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    """Return the words that may stand last, with their kind and name."""
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

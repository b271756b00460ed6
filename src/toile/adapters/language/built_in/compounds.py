"""German and Swedish nouns in one word: "Daunenweste" is a down vest, "ullkappa" a wool coat."""

from toile.adapters.language.built_in.dictionary import in_english
from toile.adapters.language.built_in.lexicon import Lexicon

_KINDS = ("g", "h", "b", "j", "c")
_HEADS = ("m", "col", "adj")
_LINKS = ("", "s", "n", "en", "e")
_TAIL = 4
# Short tails that also end other words: "Ordnung", "Messing", "Training".
_UNSURE = frozenset(("ring", "ringe", "ringar", "linne", "topp", "kopp", "lock", "sats", "drag"))


def compound_noun(form: str, known: Lexicon, language: str) -> tuple[str, str] | None:
    """Return kind and English name of a garment whose word ends in a known one."""
    for cut in range(3, len(form) - _TAIL + 1):
        tail = form[cut:]
        if tail in _UNSURE:
            continue
        for phrase, kind, name in known.phrases.get(tail, ()):
            if len(phrase) == 1 and kind in _KINDS:
                return kind, f"{_head(form[:cut], known, language)} {name}".strip()
    return None


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

"""A thing of the board in another cloth or finish, and the words of its colour and its cloth."""

from functools import cache

from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, lexicon, word_set
from toile.adapters.language.built_in.text.tokens import fold, tokenise


def remade(value: str, made: str) -> str:
    """Return a garment in another cloth or finish: "suede gloves" of the leather gloves."""
    *before, head = value.split()
    colours, rest = colours_apart(" ".join(before))
    return " ".join([*colours, made, *(w for w in rest if fold(w) not in made_words()), head])


def colours_apart(words: str) -> tuple[list[str], list[str]]:
    """Return the words of colour of a value, and its other words."""
    tokens, known = tokenise(words), lexicon(("en",), FOR_EDITS)
    coloured = {
        p
        for place in range(len(tokens))
        for span in known.at(tokens, place)
        if span.kind == "col"
        for p in range(span.start, span.end)
    }
    texts = [(p in coloured, token.text) for p, token in enumerate(tokens)]
    return [t for c, t in texts if c], [t for c, t in texts if not c]


def made_words() -> frozenset[str]:
    """Return the words for cloths and for what is done to them."""
    return cloths() | word_set("items.finishes")


@cache
def cloths() -> frozenset[str]:
    """Return the cloths that one English word names."""
    rows = lexicon(("en",), FOR_EDITS).phrases.values()
    return frozenset(p[0] for row in rows for p, kind, _ in row if kind == "m" and len(p) == 1)

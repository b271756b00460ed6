"""Words of a page in the dictionary: with their accents first, without them where that fails."""

from collections.abc import Sequence

from toile.adapters.language.built_in.text import dictionary
from toile.adapters.language.built_in.text.tokens import Token


def looked_up(tokens: Sequence[Token], language: str) -> tuple[str, int] | None:
    """Return the English for the words that begin a stretch, and how many they are."""
    near = tokens[: dictionary.LONGEST]
    return dictionary.in_english([t.form for t in near], language, _written(near))


def exactly(tokens: Sequence[Token], language: str) -> str | None:
    """Return the English for just these words."""
    return dictionary.exactly([t.form for t in tokens], language, _written(tokens))


def _written(tokens: Sequence[Token]) -> list[str]:
    return [token.text.casefold() for token in tokens]

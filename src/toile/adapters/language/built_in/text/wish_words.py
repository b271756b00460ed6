"""The words of wishes about a person, as they stand in ``data/language/alterations.yaml``."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.adapters.language.built_in.text.tokens import fold


@cache
def wish_data() -> dict[str, Any]:
    """Return the wishes, why each is refused, and their words by language."""
    path = files("toile") / "data" / "language" / "alterations.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


def is_wish_word(form: str, language: str) -> bool:
    """Whether a word stands among those of a change or of its part: "lengthen" is no slip."""
    whole, begun = _words(language)
    return form in whole or form.startswith(begun)


@cache
def _words(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    groups = (words for words in wish_data()["languages"][language].values() if words is not None)
    said = (group.split() for group in groups if isinstance(group, str))
    words = {fold(part) for group in said for word in group for part in word.split("-")}
    begun = tuple(w[:-1] for w in words if w.endswith("*") and len(w) > _SHORTEST)
    return frozenset(words), begun


_SHORTEST = 5

"""The English that the search's tokenizer knows, in words and in their forms."""

import json
from functools import cache
from importlib.resources import files


@cache
def english_words() -> frozenset[str]:
    """Return the words that the tokenizer of the search knows: none of them is a typing error."""
    path = files("toile") / "data" / "embeddings" / "tokenizer.json"
    known = json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"]
    return frozenset(word for word in known if len(word) > 3 and word.isalpha())


_FORMED_BY = ("ing", "ed", "es", "s", "er", "ers", "ly")


def is_english(form: str) -> bool:
    """Whether a word, or the word that it is a form of, is English: "toasting" is of "toast"."""
    known = english_words()
    return form in known or any(
        stem in known or f"{stem}e" in known or (stem[-1:] == stem[-2:-1] and stem[:-1] in known)
        for ending in _FORMED_BY
        if form.endswith(ending) and len(stem := form.removesuffix(ending)) > 3
    )

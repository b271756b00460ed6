"""When two short phrases are one idea: most of their stems are shared, small words apart."""

from functools import lru_cache

from rapidfuzz import fuzz

_SMALL = frozenset(
    "a an the of in on at to by for with and or no not any some his her their its our your is are "
    "be being from as into over up".split()
)
_ENDINGS = ("ings", "ing", "ed", "es", "s", "e", "y")
_ENOUGH = 75


def alike(one: str, two: str) -> bool:
    """Whether two phrases share most of their words."""
    return fuzz.token_set_ratio(_stems(one), _stems(two)) >= _ENOUGH


@lru_cache(maxsize=10_000)
def _stems(phrase: str) -> str:
    words = "".join(c if c.isalnum() or c in "#:" else " " for c in phrase.casefold()).split()
    kept = [word for word in words if word not in _SMALL] or words
    return " ".join(_stem(word) for word in kept)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word

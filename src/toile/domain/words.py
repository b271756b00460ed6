"""Words of a text as stems, for exact-term evidence. English endings; other scripts pass whole."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[#]?[^\W_]+(?:[.:][0-9]+)*", re.UNICODE)

STOP = frozenset(
    re.findall(
        r"\S+",
        """
    a an and any are as at be been being but by can could do does did for from had has have he
    her him his how i if in into is it its just may me might must my of on or our ours shall she
    should so some such than that the their them then there these they this those to too us was
    we were what when where which while who whom whose why will with would you your about ever
    ok okay please tell say says book guideline guidelines rule rules brand allowed use used
    using get much many there's it's don't we're
""",
    )
)

# Singulars that look like plurals, and plurals that look like something else.
_WHOLE = {
    "lens": "lens",
    "lenses": "lens",
    "canvas": "canvas",
    "focus": "focus",
    "children": "child",
    "women": "woman",
    "men": "man",
    "people": "person",
    "feet": "foot",
    "teeth": "tooth",
    "knives": "knife",
    "glasses": "glasses",
    "sunglasses": "sunglasses",
    "clothes": "clothes",
}


def words(text: str) -> tuple[str, ...]:
    """Return the words in lower case without accents; ``4:5`` and ``#AABBCC`` stay whole."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return tuple(_WORD.findall(plain))


def accented(text: str) -> tuple[str, ...]:
    """Return the words in lower case as they are spelled: ``år`` and ``är`` are two."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text.casefold())))


def terms(text: str) -> tuple[str, ...]:
    """Return the stems that carry meaning, in order, each once."""
    return tuple(dict.fromkeys(stem(word) for word in words(text) if word not in STOP))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Strip the common English endings, alike on both sides of a comparison."""
    if word in _WHOLE or len(word) < 4 or not word.isalpha():
        return _WHOLE.get(word, word)
    for ending, put in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)] + put
            break
    # "cropping" and "crop", "make" and "making", "palette" and "palettes" meet here.
    word = word.removesuffix("e") if len(word) > 3 else word
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word

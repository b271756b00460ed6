"""When two short phrases are one idea: most of their stems are shared, small words apart."""

from functools import lru_cache

from rapidfuzz import fuzz

_SMALL = frozenset(
    "a an the of in on at to by for with and or no not any some his her their its our your is are "
    "be being from as into over up".split()
)
_ENDINGS = ("ves", "ings", "ing", "ed", "es", "s", "e", "y")
_ENOUGH = 75


def alike(one: str, two: str) -> bool:
    """Whether two phrases share most of their words."""
    return fuzz.token_set_ratio(stems(one), stems(two)) >= _ENOUGH


# One way to write what people write in several.
_SAME = {
    "twenties": "20s", "thirties": "30s", "forties": "40s", "fifties": "50s", "sixties": "60s",
    "seventies": "70s", "eighties": "80s", "around": "about", "roughly": "about", "men": "man",
    "women": "woman", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "sixty": "60", "seventy": "70", "fifty": "50", "forty": "40", "thirty": "30", "grey": "gray",
    "anthracite": "charcoal", "gilet": "vest", "waistcoat": "vest", "pullover": "jumper",
    "sweater": "jumper", "sneakers": "trainers", "pants": "trousers", "spectacles": "glasses",
    "eyeglasses": "glasses", "mist": "fog", "noon": "midday", "mittens": "gloves",
    "pavement": "sidewalk", "colour": "color", "seagulls": "gulls", "seagull": "gull",
}  # fmt: skip


@lru_cache(maxsize=10_000)
def stems(phrase: str) -> str:
    """Return the words of a phrase without small words and endings."""
    words = "".join(c if c.isalnum() or c in "#:" else " " for c in phrase.casefold()).split()
    words = [_SAME.get(word, word) for word in words]
    kept = [word for word in words if word not in _SMALL] or words
    return " ".join(_stem(word) for word in kept)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word

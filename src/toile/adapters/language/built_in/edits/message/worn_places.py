"""Where on the body a garment is worn, told by its last word."""

from functools import cache

from toile.adapters.language.built_in.edits.message.senses import stem, stems
from toile.adapters.language.built_in.text.lexicon import word_set


def is_of_kind(one: str, other: str) -> bool:
    """Whether two garments are worn in one place: shorts and joggers, a cap and a beanie."""
    heads = {*stems(one)[-1:]}, {*stems(other)[-1:]}
    return heads[0] == heads[1] or any(
        all(head & _stemmed(name) for head in heads) for name in _PLACES
    )


def is_worn_on(place: str, value: str) -> bool:
    """Whether a garment is worn at a place of the body: "worn.feet"."""
    return bool({*stems(value)[-1:]} & _stemmed(place))


@cache
def _stemmed(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in word_set(name))


_PLACES = (
    "worn.feet",
    "worn.legs",
    "worn.head",
    "worn.outer",
    "worn.whole",
    "worn.top",
    "worn.ears",
)

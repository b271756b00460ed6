"""Two shapes counted side by side: "3 portrait and 2 landscape", "3 hoch und 2 quer".

Alone such a word may be a view or a manner; beside its opposite it is a format.
"""

import itertools

from toile.adapters.language.built_in.text.lexicon import Span, word_set
from toile.adapters.language.built_in.text.tokens import Token

_FARTHEST = 6
_SHAPES = ("portrait", "landscape")


def pair_shapes(tokens: tuple[Token, ...], at: list[dict[str, Span]]) -> None:
    """Let a counted shape be a format where its opposite is counted beside it."""
    found = [
        (place, shape)
        for place in range(1, len(tokens))
        for shape in _SHAPES
        if tokens[place].form in word_set(f"shapes.{shape}") and _is_counted(tokens, at, place)
    ]
    for (one, first), (two, second) in itertools.pairwise(found):
        if first != second and two - one <= _FARTHEST:
            for place, shape in ((one, first), (two, second)):
                at[place].pop("framing", None)
                at[place]["aspect"] = Span(place, place + 1, "aspect", shape)


def _is_counted(tokens: tuple[Token, ...], at: list[dict[str, Span]], place: int) -> bool:
    """Whether a number stands right before, or before "of them"."""
    here = place - 1
    while here > 0 and tokens[here].form in word_set("shapes.between"):
        here -= 1
    return tokens[here].text.isdecimal() or "n" in at[here]

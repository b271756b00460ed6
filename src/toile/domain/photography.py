"""The field's vocabulary: framing, angle, lens, light, set, pose, and the steps between them.

The words themselves are data (``data/photography.yaml`` and ``data/blocking``); here are their
types and the arithmetic of "lower", "tighter", "warmer". Knows nothing of files.
"""

import re
from functools import cached_property
from typing import Literal

from toile.domain.values import Value

Kind = Literal["framing", "angle", "lens", "light", "set", "pose"]


class Term(Value):
    """One word of the trade: ``words`` are what people say for it, ``scales`` place it for steps.

    A scale is a number on a named axis, for example ``{"tightness": 4}`` for a portrait framing
    or ``{"warmth": 2, "mood": -1}`` for golden hour.
    """

    id: str
    words: tuple[str, ...] = ()
    scales: dict[str, float] = {}


class Vocabulary(Value):
    """All terms by kind, with a version; one object for interpreter, planner and blocking."""

    version: int
    terms: dict[Kind, tuple[Term, ...]]

    @cached_property
    def _by_word(self) -> dict[Kind, tuple[tuple[re.Pattern[str], Term], ...]]:
        return {kind: _longest_first(terms) for kind, terms in self.terms.items()}

    def find(self, kind: Kind, text: str) -> Term | None:
        """Return the term that the text names, the longest word winning, or ``None``."""
        lowered = text.casefold()
        for pattern, term in self._by_word.get(kind, ()):
            if pattern.search(lowered):
                return term
        return None

    def step(self, kind: Kind, now: str, axis: str, by: int) -> str | None:
        """Return the id ``by`` places along an axis from the term named ``now``, or ``None``."""
        ladder = sorted(
            (term for term in self.terms.get(kind, ()) if axis in term.scales),
            key=lambda term: term.scales[axis],
        )
        here = self.find(kind, now)
        if here is None or here not in ladder:
            return None
        place = ladder.index(here) + by
        return ladder[place].id if 0 <= place < len(ladder) else None


def _longest_first(terms: tuple[Term, ...]) -> tuple[tuple[re.Pattern[str], Term], ...]:
    pairs = [(word.casefold(), term) for term in terms for word in (term.id, *term.words)]
    pairs.sort(key=lambda pair: -len(pair[0]))
    return tuple((re.compile(rf"(?<!\w){re.escape(word)}(?!\w)"), term) for word, term in pairs)

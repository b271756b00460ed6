"""How well a passage answers a question: meaning and exact words in one number.

Belongs here: the scheme, its measured constants, and the line below which the book is silent.
Does not: where vectors and counts come from.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toile.domain.words import terms


@dataclass(frozen=True)
class Evidence:
    """What speaks for one passage.

    ``whole`` and ``best`` are cosines of the question with the passage and with its best sentence;
    ``share`` is the part of the question's rare words that the passage holds, 0 to 1.
    """

    whole: float
    best: float
    share: float


def relevance(evidence: Evidence) -> float:
    """Return the number that passages are ordered by.

    Exact words count squared: half of a question's rare words is weak evidence, all of them strong.
    """
    return 0.7 * evidence.whole + 0.3 * evidence.best + 0.3 * evidence.share**2


def rarity(term: str, holding: Mapping[str, int], passages: int) -> float:
    """Return the inverse document frequency of a term, always above zero."""
    held = holding.get(term, 0)
    return math.log(1 + (passages - held + 0.5) / (held + 0.5))


def share_found(
    question: Sequence[str], text: str, holding: Mapping[str, int], passages: int
) -> float:
    """Return which share of the question's rarity a text holds, 0 to 1."""
    held = set(terms(text))
    weights = {term: rarity(term, holding, passages) for term in question}
    total = sum(weights.values())
    return sum(weight for term, weight in weights.items() if term in held) / total if total else 0.0


@dataclass(frozen=True)
class Silence:
    """Weights of the belief that the best passage answers at all; fitted, see the benchmark."""

    bias: float = -7.0
    best: float = 10.0
    share: float = 3.0
    line: float = 0.5


def belief(evidence: Evidence, silence: Silence = Silence()) -> float:
    """Return the belief, 0 to 1, that this passage answers the question."""
    meaning = max(evidence.whole, evidence.best)
    z = silence.bias + silence.best * meaning + silence.share * evidence.share
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))

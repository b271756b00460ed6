"""How well a passage answers a question: meaning and exact words in one number.

Belongs here: the scheme, and the line below which the book is silent.
Does not: its measured weights (a data file), where vectors and counts come from.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from toile.domain.values import Value

Share = Annotated[float, Field(ge=0, le=1)]


class WordWeights(Value):
    """What a word of the same meaning counts beside the own one, and a word of little say.

    ``wider`` is how much of the question is heard through words of the same meaning.
    """

    kin: Share
    generic: Share
    wider: Share


class RelevanceWeights(Value):
    """What passages are ordered by: meaning, words, and what a mere caption loses."""

    whole: float
    best: float
    share: float
    slight: float


class BeliefWeights(Value):
    """Logistic weights of the belief that the best passage answers, and the line it must reach."""

    bias: float
    whole: float
    best: float
    share: float
    missing: float
    elsewhere: float
    unsaid: float
    usual: float
    outstanding: float
    ungiven: float
    foreign: float
    line: Share


class GroundWeights(Value):
    """How near pages must be to a topic to touch or to name it, and how sharply likeness counts."""

    touched: Share
    named: Share
    sharpness: Annotated[float, Field(gt=0)]


class Scheme(Value):
    """The measured weights of the ranking."""

    words: WordWeights
    relevance: RelevanceWeights
    belief: BeliefWeights
    ground: GroundWeights


@dataclass(frozen=True)
class Sought:
    """One thing a question is after: its own stems, and phrases of the trade that lead to it.

    ``kin`` are synonyms and neighbours, ``same`` the synonyms alone.
    """

    own: tuple[str, ...]
    kin: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    generic: bool = False
    same: tuple[tuple[str, ...], ...] = ()

    def names(self, stems: frozenset[str]) -> bool:
        """Say whether the words name this very thing."""
        return any(stems.issuperset(phrase) for phrase in (self.own, *self.same))

    def held_by(self, stems: frozenset[str]) -> bool:
        """Say whether the words hold the own ones, or words of the same meaning."""
        return any(stems.issuperset(phrase) for phrase in (self.own, *self.kin))

    def stems(self) -> tuple[str, ...]:
        """Return every stem that may show where this stands."""
        return tuple(dict.fromkeys(stem for phrase in (self.own, *self.kin) for stem in phrase))

    def rarity(self, holding: Mapping[str, int], passages: int) -> float:
        """Return how rare the idea is: as rare as its commonest wording."""
        held = max(
            min((holding.get(stem, 0) for stem in phrase), default=0)
            for phrase in (self.own, *self.kin)
        )
        return math.log(1 + (passages - held + 0.5) / (held + 0.5))


@dataclass(frozen=True)
class Wanted:
    """What a question is after, weighted; ``missing`` is the share that no passage holds."""

    things: tuple[tuple[Sought, float], ...]
    missing: float
    kin: float

    @classmethod
    def of(
        cls,
        sought: Sequence[Sought],
        holding: Mapping[str, int],
        passages: int,
        words: WordWeights,
    ) -> "Wanted":
        """Weigh the things by how rare each is in the library."""
        things = tuple(
            (one, one.rarity(holding, passages) * (words.generic if one.generic else 1.0))
            for one in sought
        )
        everywhere = frozenset(stem for stem, held in holding.items() if held)
        total = sum(weight for _, weight in things)
        lost = sum(weight for one, weight in things if not one.held_by(everywhere))
        return cls(things, lost / total if total else 0.0, words.kin)

    def share(self, stems: frozenset[str]) -> float:
        """Return which share of the question a passage holds in words, 0 to 1."""
        total = sum(weight for _, weight in self.things)
        held = sum(weight * self._held(one, stems) for one, weight in self.things)
        return held / total if total else 0.0

    def _held(self, one: Sought, stems: frozenset[str]) -> float:
        """Return 1 for the own words, a little less for words of the same meaning, else 0."""
        if stems.issuperset(one.own):
            return 1.0
        return self.kin if one.held_by(stems) else 0.0


@dataclass(frozen=True)
class Evidence:
    """What speaks for one passage.

    ``whole`` and ``best`` are cosines of the question with the passage and with its best sentence;
    ``share`` is the part of the question that the passage holds in words, ``missing`` the part that
    stands nowhere in the book. ``slight`` marks a caption or a motto, ``ungiven`` a passage without
    the kind of answer that is asked for (no length for "how wide"), ``foreign`` one that is not in
    English and therefore a little less near to anything. The rest holds the question against what
    is known of other books: ``elsewhere`` and ``unsaid`` are its cosines with the nearest topic of
    other trades and with the nearest topic of any kind that the pages do not name; ``usual`` is the
    log odds that books answer such questions; ``outstanding`` says by how many standard deviations
    it stands out among all questions to the same sentences.
    """

    whole: float
    best: float
    share: float
    missing: float
    slight: bool = False
    ungiven: bool = False
    foreign: bool = False
    elsewhere: float = 0.0
    unsaid: float = 0.0
    usual: float = 0.0
    outstanding: float = 0.0


def relevance(evidence: Evidence, weights: RelevanceWeights) -> float:
    """Return the number that passages are ordered by.

    Words count squared: half of what a question is after is weak evidence, all of it strong.
    """
    meaning = weights.whole * evidence.whole + weights.best * evidence.best
    return meaning + weights.share * evidence.share**2 - weights.slight * evidence.slight


def belief(evidence: Evidence, weights: BeliefWeights) -> float:
    """Return the belief, 0 to 1, that this passage answers the question."""
    z = weights.bias + sum(getattr(weights, name) * getattr(evidence, name) for name in WEIGHED)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


WEIGHED = tuple(name for name in BeliefWeights.model_fields if name not in {"bias", "line"})

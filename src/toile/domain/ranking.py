"""How well a passage answers a question: meaning and exact words in one number.

Belongs here: the scheme, its measured constants, and the line below which the book is silent.
Does not: where vectors and counts come from.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_KIN = 0.8
_GENERIC = 0.2


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

    def held_by(self, stems: frozenset[str]) -> float:
        """Return 1 for the own words, a little less for words of the same meaning, else 0."""
        if stems.issuperset(self.own):
            return 1.0
        return _KIN if any(stems.issuperset(phrase) for phrase in self.kin) else 0.0

    def stems(self) -> tuple[str, ...]:
        """Return every stem that may show where this stands."""
        return tuple(dict.fromkeys(stem for phrase in (self.own, *self.kin) for stem in phrase))

    def weight(self, holding: Mapping[str, int], passages: int) -> float:
        """Return the rarity of the idea: that of its commonest wording."""
        held = max(
            min((holding.get(stem, 0) for stem in phrase), default=0)
            for phrase in (self.own, *self.kin)
        )
        rarity = math.log(1 + (passages - held + 0.5) / (held + 0.5))
        return rarity * (_GENERIC if self.generic else 1.0)


@dataclass(frozen=True)
class Wanted:
    """What a question is after, weighted; ``missing`` is the share that no passage holds."""

    things: tuple[tuple[Sought, float], ...]
    missing: float

    @classmethod
    def of(cls, sought: Sequence[Sought], holding: Mapping[str, int], passages: int) -> "Wanted":
        """Weigh the things by how rare each is in the library."""
        things = tuple((one, one.weight(holding, passages)) for one in sought)
        everywhere = frozenset(stem for stem, held in holding.items() if held)
        total = sum(weight for _, weight in things)
        lost = sum(weight for one, weight in things if not one.held_by(everywhere))
        return cls(things, lost / total if total else 0.0)

    def share(self, stems: frozenset[str]) -> float:
        """Return which share of the question a passage holds in words, 0 to 1."""
        total = sum(weight for _, weight in self.things)
        held = sum(weight * one.held_by(stems) for one, weight in self.things)
        return held / total if total else 0.0


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
    missing: float = -0.8
    slight: bool = False
    ungiven: bool = False
    foreign: bool = False
    elsewhere: float = -3.85
    unsaid: float = -2.87
    usual: float = 1.84
    outstanding: float = 0.26


def relevance(evidence: Evidence) -> float:
    """Return the number that passages are ordered by.

    Words count squared: half of what a question is after is weak evidence, all of it strong.
    """
    meaning = 0.4 * evidence.whole + 0.6 * evidence.best
    return meaning + 0.3 * evidence.share**2 - 0.05 * evidence.slight


@dataclass(frozen=True)
class Silence:
    """Weights of the belief that the best passage answers, by ``scripts/fit_silence.py``.

    A logistic fit over books of twenty-two trades; the line lies where one answered question in
    twenty is called silent.
    """

    bias: float = 0.47
    whole: float = 3.47
    best: float = 3.35
    share: float = 2.24
    missing: float = -0.8
    elsewhere: float = -3.85
    unsaid: float = -2.87
    usual: float = 1.84
    outstanding: float = 0.26
    ungiven: float = -2.69
    foreign: float = -0.76
    line: float = 0.5


def belief(evidence: Evidence, silence: Silence = Silence()) -> float:
    """Return the belief, 0 to 1, that this passage answers the question."""
    z = silence.bias + sum(getattr(silence, name) * getattr(evidence, name) for name in WEIGHED)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))


WEIGHED = (
    "whole", "best", "share", "missing", "elsewhere", "unsaid", "usual", "outstanding",
    "ungiven", "foreign",
)  # fmt: skip

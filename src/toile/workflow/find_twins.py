"""Find the twins that a sentence asks for, each with the decision for this very use.

Wishes that a field can answer come first, likeness of words second, and then ``decide``: the list
shows cleared, needs approval, or not and because of what.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from toile.domain.brief import Usage
from toile.domain.ids import BrandId, ShotId
from toile.domain.rights import Decision
from toile.domain.roster import Match, RosterWords, Wishes, match, read_wishes
from toile.domain.shots import Shot
from toile.domain.twins import Twin
from toile.domain.values import Value
from toile.workflow.cast_shots import CastShots

# Twins whose words are compared, and twins that are decided, of all that were matched.
COMPARED = 200
DECIDED = 40
FARTHEST = 400
LIKENESS_SHARE = 0.15


class Likeness(Protocol):
    """How like twins are to words."""

    def to_words(self, text: str, twins: Sequence[Twin]) -> dict[str, float]: ...


class FoundTwin(Value):
    """A twin, how it fits, and whether it may be used."""

    twin: Twin
    score: float
    met: tuple[str, ...]
    near: tuple[str, ...]
    unmet: tuple[str, ...]
    decision: Decision

    @property
    def allowed(self) -> bool:
        return self.decision.allowed


class FoundTwins(Value):
    """Best first. ``nearest_cleared`` is the best that may be used where the first may not."""

    wishes: Wishes
    usage: Usage
    found: tuple[FoundTwin, ...]
    nearest_cleared: FoundTwin | None = None


@dataclass(frozen=True)
class FindTwins:
    """Ask the roster."""

    casts: CastShots
    likeness: Likeness
    vocabulary: Callable[[], RosterWords]
    usage_of: Callable[[str], Usage]

    def find(
        self, text: str, brand: BrandId, *, usage: Usage | None = None, limit: int = 10
    ) -> FoundTwins:
        """Return the twins that fit; the use is read from the text where none is given."""
        now = self.casts.now()
        places = [twin.based_in for twin in now.twins]
        names = [twin.name for twin in now.twins]
        wishes = read_wishes(text, self.vocabulary(), places, names)
        use = usage or self.usage_of(text)
        ranked = self._ranked(wishes, now.twins)
        shot = Shot(id=ShotId("casting"))

        def decided(one: Match) -> FoundTwin:
            decision = now.decision(shot, one.twin.id, brand=brand, usage=use)
            facts = {name: getattr(one, name) for name in ("twin", "score", "met", "near", "unmet")}
            return FoundTwin(decision=decision, **facts)

        found = [decided(one) for one in ranked[:DECIDED]]
        best = sorted(found, key=lambda one: (-_fit(one), not one.allowed, -one.score))
        cleared = next((one for one in best if one.allowed), None)
        if cleared is None:
            rest = (decided(one) for one in ranked[DECIDED:FARTHEST])
            cleared = next((one for one in rest if one.allowed), None)
        nearest = cleared if best and not best[0].allowed else None
        return FoundTwins(
            wishes=wishes, usage=use, found=tuple(best[:limit]), nearest_cleared=nearest
        )

    def _ranked(self, wishes: Wishes, twins: Sequence[Twin]) -> list[Match]:
        matches = match(wishes, twins)
        if wishes.wishes and not wishes.left:
            return list(matches)
        near = matches[:COMPARED] if wishes.wishes else matches
        likeness = self.likeness.to_words(wishes.text, [one.twin for one in near])
        blended = [_blended(one, likeness[one.twin.id], bool(wishes.wishes)) for one in near]
        blended.sort(key=lambda one: (-one.score, one.twin.id))
        return [*blended, *matches[len(near) :]]


def _blended(one: Match, likeness: float, wished: bool) -> Match:
    share = LIKENESS_SHARE if wished else 1.0
    score = (1 - share) * one.score + share * max(0.0, likeness)
    return one.model_copy(update={"score": round(score, 4)})


def _fit(one: FoundTwin) -> int:
    """Return the fit in steps of a tenth: within a step, who may be used comes first."""
    return round(one.score * 10)

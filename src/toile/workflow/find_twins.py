"""Find the twins that a sentence asks for, each with the decision for this very use.

Wishes that a field can answer come first, likeness of words second, and then ``decide``: the list
shows cleared, needs approval, or not and because of what.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from toile.domain.board import Board
from toile.domain.brief import Usage, Window
from toile.domain.days import stretch
from toile.domain.ids import BrandId, ShotId
from toile.domain.roster import Match, RosterWords, Wishes, match, read_wishes
from toile.domain.shots import Shot
from toile.domain.twins import Twin
from toile.domain.values import Value
from toile.domain.words import words
from toile.workflow.cast_shots import Candidate, CastShots, candidate_of
from toile.workflow.uses import renamed

# Twins whose words are compared, and twins that are decided, of all that were matched.
COMPARED = 200
DECIDED = 40
FARTHEST = 400
LIKENESS_SHARE = 0.15
# What a fashion house sells, where a search names nothing else; shown as supposed.
CLOTHING = "clothing"


class Likeness(Protocol):
    """How like twins are to words."""

    def to_words(self, text: str, twins: Sequence[Twin]) -> dict[str, float]: ...


class ReadUse(Value):
    """The use that a sentence is about, as far as it says.

    ``days`` are those it means, with the words they were read from as their note; ``said`` are all
    words that told of the use.
    """

    usage: Usage
    days: Window | None = None
    said: tuple[str, ...] = ()

    def over(self, usual: Usage) -> Usage:
        """Return the use, what the sentence leaves open as in another; days are never mixed."""
        names = ("media", "territories", "product")
        told = {name: value for name in names if (value := getattr(self.usage, name))}
        days = {"start": self.days.start, "end": self.days.end} if self.days else {}
        return usual.model_copy(update=told | days)


class FoundTwin(Candidate):
    """A candidate, and how it fits the words."""

    score: float
    met: tuple[str, ...]
    near: tuple[str, ...]
    unmet: tuple[str, ...]

    @property
    def fit(self) -> str:
        """Say which wishes are met, which nearly, and which are not."""
        parts = (
            ", ".join(self.met),
            f"nearly {', '.join(self.near)}" if self.near else "",
            f"not {', '.join(self.unmet)}" if self.unmet else "",
        )
        return "; ".join(filter(None, parts)) or "in the words"


class FoundTwins(Value):
    """Best first. ``nearest_cleared`` is the best that may be used where the first may not.

    ``supposed`` is what nobody said and the decision rests on.
    """

    wishes: Wishes
    usage: Usage
    found: tuple[FoundTwin, ...]
    nearest_cleared: FoundTwin | None = None
    days: Window | None = None
    supposed: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """Say for which days was decided, and from which words they were read."""
        said = stretch(self.usage.start, self.usage.end) or "days not known"
        if self.days and self.days.note:
            said += f", as you said {self.days.note}"
        if not self.usage.start:
            said += "; say when, as in March 2027 or SS27"
        elif not self.usage.end:
            said += "; say until when"
        return said


@dataclass(frozen=True)
class FindTwins:
    """Ask the roster."""

    casts: CastShots
    likeness: Likeness
    vocabulary: Callable[[], RosterWords]
    read_use: Callable[[str], ReadUse]

    def find(self, text: str, brand: BrandId, *, limit: int = 10) -> FoundTwins:
        """Return the twins that fit, for the use that the text tells; clothing, if no other."""
        read = self.read_use(text)
        shot, clothing = Shot(id=ShotId("casting")), self.casts.words.product((CLOTHING,))
        wishes = self._wishes(text, read, self.casts.now().twins)
        use = read.over(Usage(product=clothing))
        found = self._found(wishes, shot, brand, read, use, limit)
        return found.model_copy(update={"supposed": () if read.usage.product else (CLOTHING,)})

    def for_shot(self, board: Board, shot: str, text: str) -> FoundTwins:
        """Return the twins that fit a shot; what the text leaves open is as on the board."""
        read = self.read_use(text)
        return self._for_shot(board, shot, read, self._wishes(text, read, self.casts.now().twins))

    def _for_shot(self, board: Board, shot: str, read: ReadUse, wishes: Wishes) -> FoundTwins:
        open_to_all = board.panel(shot).now.shot.with_(talent=())
        use = read.over(board.usage)
        return self._found(wishes, open_to_all, board.brand, read, use, DECIDED)

    def _found(
        self, wishes: Wishes, shot: Shot, brand: BrandId, read: ReadUse, use: Usage, limit: int
    ) -> FoundTwins:
        now = self.casts.now()
        ranked = self._ranked(wishes, now.twins)

        def decided(one: Match) -> FoundTwin:
            made = candidate_of(now, one.twin, shot, brand=brand, usage=use)
            fits = {name: getattr(one, name) for name in ("score", "met", "near", "unmet")}
            return FoundTwin(**dict(made), **fits)

        found = [decided(one) for one in ranked[:DECIDED]]
        best = sorted(found, key=lambda one: (-_fit(one), not one.allowed, -one.score))
        cleared = next((one for one in best if one.allowed), None)
        if cleared is None:
            rest = (decided(one) for one in ranked[DECIDED:FARTHEST])
            cleared = next((one for one in rest if one.allowed), None)
        nearest = cleared if best and not best[0].allowed else None
        return FoundTwins(
            wishes=wishes,
            usage=use,
            days=read.days,
            found=tuple(best[:limit]),
            nearest_cleared=nearest,
        )

    def _wishes(self, text: str, read: ReadUse, twins: Sequence[Twin]) -> Wishes:
        """Return the wishes; words that tell of the use ask for nobody."""
        places, names = [twin.based_in for twin in twins], [twin.name for twin in twins]
        wishes = read_wishes(text, self.vocabulary(), places, names)
        told = {word for said in read.said for word in words(said)}
        left = tuple(word for word in wishes.left if word not in told)
        return wishes.model_copy(update={"left": left})

    def _ranked(self, wishes: Wishes, twins: Sequence[Twin]) -> list[Match]:
        matches = match(wishes, twins)
        if wishes.wishes and not wishes.left:
            return list(matches)
        near = matches[:COMPARED] if wishes.wishes else matches
        likeness = self.likeness.to_words(wishes.text, [one.twin for one in near])
        blended = [_blended(one, likeness[one.twin.id], bool(wishes.wishes)) for one in near]
        blended.sort(key=lambda one: (-one.score, one.twin.id))
        return [*blended, *matches[len(near) :]]


def asked(finds: FindTwins, text: str) -> tuple[ReadUse, Wishes]:
    """Return what a sentence tells of the use, and of the person, who is not asked for by name."""
    twins = finds.casts.now().twins
    for twin in twins:
        text = renamed(text, twin.name, "")
    read = finds.read_use(text)
    return read, finds._wishes(text, read, twins)


def fitting(
    finds: FindTwins, board: Board, shot: str, read: ReadUse, wishes: Wishes
) -> tuple[FoundTwin, ...]:
    """Return who fits a shot by what ``asked`` has read, best first."""
    return finds._for_shot(board, shot, read, wishes).found


def _blended(one: Match, likeness: float, wished: bool) -> Match:
    share = LIKENESS_SHARE if wished else 1.0
    score = (1 - share) * one.score + share * max(0.0, likeness)
    return one.model_copy(update={"score": round(score, 4)})


def _fit(one: FoundTwin) -> int:
    """Return the fit in steps of a tenth: within a step, who may be used comes first."""
    return round(one.score * 10)

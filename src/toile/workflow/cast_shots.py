"""Who may be in which shot: every answer is decided afresh from what is on file now.

Belongs here: asking ``decide`` for boards, shots and requests. Does not: the rules themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from toile.domain.board import Board, Panel
from toile.domain.brief import Usage
from toile.domain.casting import Casting
from toile.domain.drafts import DraftRequest
from toile.domain.ids import BrandId, TwinId
from toile.domain.ledger import LedgerFact
from toile.domain.licences import Licence
from toile.domain.rights import Decision, Duty
from toile.domain.shots import Shot
from toile.domain.twins import NoTwin, Twin
from toile.domain.values import Value
from toile.workflow.explain import Why, matrix
from toile.workflow.moment import Moment
from toile.workflow.ports import Clock, Registry, WorldFacts
from toile.workflow.usage_words import UsageWords
from toile.workflow.uses import mentions, named

OTHERS = 3


class PanelDecision(Value):
    """A shot's decision in short: the casting, whether it may be drafted, one line."""

    shot: str
    casting: Casting
    allowed: bool
    headline: str


class Candidate(Value):
    """A twin for a shot, with the decision for this very use, and what it rests on.

    ``licences`` are the ones that give the yes; where there is none, what the brand has on file.
    """

    twin: Twin
    decision: Decision
    because: str
    licences: tuple[Licence, ...] = ()

    @property
    def allowed(self) -> bool:
        """Say whether the twin may be drafted."""
        return self.decision.allowed


@dataclass(frozen=True)
class CastShots:
    """Decide."""

    registry: Registry
    facts: WorldFacts
    clock: Clock
    words: UsageWords

    def now(self) -> "Moment":
        """Return what is on file at this instant, read once for many questions."""
        return Moment(self.registry, self.facts, self.words, self.clock.now())

    def casting_of(
        self, shot: Shot, *, brand: BrandId, usage: Usage, action: str = "generate"
    ) -> Casting:
        """Decide everybody that a shot names."""
        return self.now().casting(shot, brand=brand, usage=usage, action=action)

    def casting(self, board: Board, panel: Panel) -> Casting:
        """Decide the version of a shot that is shown."""
        return self.casting_of(panel.now.shot, brand=board.brand, usage=board.usage)

    def decisions(self, board: Board) -> tuple[PanelDecision, ...]:
        """Decide every shot of a board."""
        made, now = [], self.now()
        for panel in board.panels:
            casting = now.casting(panel.now.shot, brand=board.brand, usage=board.usage)
            nobody = [one for one in panel.now.cast if isinstance(one, NoTwin)]
            allowed = casting.clear() is not None and not nobody
            headline = nobody[0].reason if nobody else self.headline(casting)
            made.append(
                PanelDecision(shot=panel.id, casting=casting, allowed=allowed, headline=headline)
            )
        return tuple(made)

    def decided_again(
        self, request: DraftRequest, action: str = "generate", picture: str | None = None
    ) -> Casting:
        """Decide a draft request from the shot's own words and the twins that it holds.

        A casting that names other people than the shot cannot slip through: both are decided.
        ``picture`` is the hash that an approval binds to, once there is one.
        """
        return self.now().casting(
            request.shot,
            brand=request.casting.brand,
            usage=request.casting.usage,
            action=action,
            also=request.casting.twins,
            key=request.id,
            picture=picture,
        )

    def publishing_duties(self, request: DraftRequest) -> tuple[Duty, ...]:
        """Return what publishing this picture would oblige to; the draft shows it already."""
        return self.now().publishing_duties(
            request.shot,
            request.casting.twins,
            brand=request.casting.brand,
            usage=request.casting.usage,
        )

    def candidates(self, board: Board, panel: Panel) -> tuple[Candidate, ...]:
        """Return every twin with the decision for this shot: cleared first, then the nearest."""
        shot, now = panel.now.shot.with_(talent=()), self.now()
        made = [
            candidate_of(now, twin, shot, brand=board.brand, usage=board.usage)
            for twin in now.twins
        ]
        return tuple(sorted(made, key=_nearness))

    def why(self, board: Board, panel: Panel) -> Why:
        """Return the casting, the territories and media cell by cell, and the cited passages."""
        casting = self.casting(board, panel)
        others = self.candidates(board, panel) if casting.refusals else ()
        return Why(
            casting=casting,
            headline=self.headline(casting),
            matrix=matrix(casting),
            cited=tuple(reason for reason in panel.now.shot.reasons if reason.source),
            instead=tuple(one.twin for one in others if one.allowed)[:OTHERS],
        )

    def cleared_names(self, board: Board) -> tuple[str, ...]:
        """Return the names of the twins that may be cast on this board today."""
        shot = board.panels[0].now.shot if board.panels else None
        if shot is None:
            return tuple(twin.name for twin in self.registry.twins())
        return tuple(
            found.twin.name.split()[0]
            for found in self.candidates(board, board.panels[0])
            if found.allowed
        )

    def asked_for(
        self, board: Board, message: str
    ) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
        """Return who a message names that may not be cast, and who may be cast instead."""
        if not board.panels:
            return (), ()
        found = self.candidates(board, board.panels[0])
        named_here = [one for one in found if mentions(message, one.twin.name)]
        free = [one for one in found if one.allowed and one not in named_here]
        return tuple(one for one in named_here if not one.allowed), tuple(free[:OTHERS])

    def refusal_of(self, board: Board, message: str) -> str | None:
        """Return why somebody on file whom a message names may not be cast, and who may."""
        refused, others = self.asked_for(board, message)
        if not refused:
            return None
        free = [one.twin.name.split()[0] for one in others]
        instead = f" Cleared instead: {', '.join(free)}." if free else ""
        return " ".join(one.decision.say for one in refused) + instead

    def twins_of(self, shot: Shot) -> tuple[TwinId | NoTwin, ...]:
        """Return who plays a shot after an edit, by the names in its talent column."""
        twins = self.registry.twins()
        cast: list[TwinId | NoTwin] = []
        for name in shot.talent:
            twin = named(name, twins)
            cast.append(twin.id if twin else NoTwin(reason=f"Nobody called {name} is on file."))
        return tuple(cast)

    @staticmethod
    def headline(casting: Casting) -> str:
        """Return the answer in one line."""
        if casting.refusals:
            return " ".join(role.decision.say for role in casting.refusals)
        if not casting.roles:
            return "Nobody is in this picture: no twin's rights are touched."
        return "Cleared."

    @staticmethod
    def licences_of(casting: Casting) -> tuple[str, ...]:
        """Return the licences that give the yes."""
        used = (name for role in casting.roles for name in role.decision.used_licences)
        return tuple(dict.fromkeys(used))

    def agencies(self, twins: Sequence[TwinId]) -> tuple[str, ...]:
        """Return the agencies of the twins, for the credit."""
        agencies = (twin.agency for twin in self.registry.twins() if twin.id in twins)
        return tuple(dict.fromkeys(agencies))

    def consent_ids(self, twins: Sequence[TwinId]) -> tuple[str, ...]:
        """Return the consents on file: the model release numbers of a picture."""
        return tuple(consent.id for consent in self.registry.consents(tuple(twins)))

    def ledger_fact(
        self, request: DraftRequest, casting: Casting, what: str, at: datetime
    ) -> LedgerFact:
        """Return what the ledger keeps of a draft that was made or refused."""
        worst = min(
            (role.decision for role in casting.roles),
            key=lambda decision: decision.outcome.strength,
            default=None,
        )
        grounds = [ground for role in casting.roles for ground in role.decision.grounds]
        return LedgerFact(
            what=what,
            at=at,
            by=request.asked_by,
            brand=request.casting.brand,
            twins=tuple(role.twin for role in casting.roles),
            licences=self.licences_of(casting),
            clauses=tuple(dict.fromkeys(ground.clause for ground in grounds if ground.clause)),
            board=request.board,
            shot=request.shot.id,
            draft=request.id,
            action="generate",
            outcome=worst.outcome if worst else "permitted",
            reason=worst.reason if worst else "OK",
            say=self.headline(casting),
            decisions=tuple(role.decision.digest() for role in casting.roles),
        )


def candidate_of(now: Moment, twin: Twin, shot: Shot, *, brand: BrandId, usage: Usage) -> Candidate:
    """Return a twin with the decision for a shot and a use, by what is on file at one instant."""
    decision = now.decision(shot, twin.id, brand=brand, usage=usage)
    return Candidate(
        twin=twin,
        decision=decision,
        because=decision.say,
        licences=_resting_on(now.licences(twin.id), decision, brand),
    )


def _resting_on(
    licences: Sequence[Licence], decision: Decision, brand: BrandId
) -> tuple[Licence, ...]:
    used = tuple(one for one in licences if one.id in decision.used_licences)
    return used or tuple(one for one in licences if one.licensee == brand)


def _nearness(candidate: Candidate) -> tuple[int, int, str]:
    decision = candidate.decision
    effort = min((remedy.effort for remedy in decision.remedies), default=9)
    return (-decision.outcome.strength, effort, candidate.twin.name)

"""The owner's side: what my twin was used for, what it earned, and stopping it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from toile.domain.errors import NotFound
from toile.domain.ids import BoardId, DraftId, LicenceId, TwinId
from toile.domain.ledger import LedgerEntry, LedgerFact
from toile.domain.licences import Licence
from toile.domain.rights import Approval, LicenceState, Outcome
from toile.domain.rights.party_gate import in_effect
from toile.domain.twins import Twin
from toile.domain.values import Value
from toile.workflow.cast_shots import CastShots
from toile.workflow.lift_pause import LiftPause
from toile.workflow.ports import (
    Boards,
    Clock,
    Drafts,
    Jobs,
    KeptOriginals,
    Ledger,
    Registry,
    TwinVault,
    WorldFacts,
)
from toile.workflow.values import DraftLine


class NamedShot(Value):
    """What people call a shot that the ledger knows by its ids."""

    board: str
    shot: str
    no: int
    title: str


class OwnerView(Value):
    """Everything that happened with one twin, newest first."""

    twin: Twin
    licences: tuple[Licence, ...]
    uses: tuple[LedgerEntry, ...]
    drafts: tuple[DraftLine, ...]
    # The shots that the uses are of, as they are called now; one taken off its board is not here.
    shots: tuple[NamedShot, ...] = ()
    # Licences that are withdrawn or paused now; a pause that was lifted is not among them.
    stopped: tuple[str, ...] = ()
    # Pictures that may not leave the house before the owner has said yes to them.
    waiting: tuple[DraftLine, ...] = ()

    @property
    def drafted(self) -> int:
        """Return how many pictures were drafted."""
        return sum(entry.fact.what == "drafted" for entry in self.uses)

    @property
    def exported(self) -> int:
        """Return how many pictures left a studio."""
        return sum(entry.fact.what == "exported" for entry in self.uses)

    @property
    def published(self) -> int:
        """Return how many publications were recorded."""
        return sum(entry.fact.what == "published" for entry in self.uses)

    @property
    def refused(self) -> int:
        """Return how often a use was refused."""
        return sum(entry.fact.what == "refused" for entry in self.uses)


class LiveUse(Value):
    """A picture that left the studio under a licence, and until when it must be taken down."""

    board: str
    shot: str
    draft: str
    left_on: datetime
    take_down_by: datetime | None
    # Where it was published, in the words of the ledger; empty for one that only left.
    published: str = ""


class Withdrawal(Value):
    """What a withdrawal stopped, and what is left to take down."""

    licence: str
    stopped: tuple[DraftId, ...]
    quarantined: tuple[DraftId, ...]
    # Whose sealed pictures and weights were destroyed with the licence.
    forgotten: tuple[TwinId, ...] = ()
    live: tuple[LiveUse, ...] = ()


@dataclass(frozen=True)
class Owner:
    """For the model or agent."""

    registry: Registry
    drafts: Drafts
    ledger: Ledger
    jobs: Jobs
    clock: Clock
    facts: WorldFacts
    casts: CastShots
    vault: TwinVault
    originals: KeptOriginals
    boards: Boards

    def view(self, twin_id: str) -> OwnerView:
        """Return what a twin was used for, by whom, where and under which clause."""
        twin = next((one for one in self.registry.twins() if one.id == twin_id), None)
        if twin is None:
            raise NotFound(f"No twin {twin_id!r} is on file.", hint="See `toile twins list`.")
        drafts = self.drafts.listed(twin=twin.id)
        licences, now = self.registry.licences((twin.id,)), self.clock.now()
        uses = tuple(reversed(self.ledger.entries(twin=twin.id)))
        return OwnerView(
            twin=twin,
            licences=licences,
            stopped=tuple(one.id for one in licences if in_effect(one, now)),
            uses=uses,
            shots=tuple(self._called({(one.fact.board, one.fact.shot) for one in uses})),
            drafts=drafts,
            waiting=tuple(line for line in drafts if self._waits(line, twin.id)),
        )

    def _called(self, shots: set[tuple[str, str]]) -> Iterator[NamedShot]:
        wanted: dict[str, set[str]] = {}
        for board, name in shots:
            wanted.setdefault(board, set()).add(name)
        for board, ids in wanted.items():
            if not board or self.boards.line(BoardId(board)) is None:
                continue
            for panel in self.boards.board(BoardId(board)).panels:
                if panel.id in ids:
                    shot = panel.now.shot
                    called = shot.title or shot.pose or shot.look or ", ".join(shot.garments[:2])
                    yield NamedShot(board=board, shot=panel.id, no=shot.no, title=called)

    def answer(self, draft: str, *, yes: bool, by: str, reason: str = "") -> None:
        """Record the owner's answer to one picture; it binds to that picture's hash alone."""
        found = self.drafts.draft(DraftId(draft))
        if found is None:
            raise NotFound("There is no such picture on file.")
        now, picture = self.clock.now(), found.image.image
        approval = Approval(
            asset_hash=picture, asked_at=found.drafted_at, answer=yes, answered_at=now, by=by
        )
        licences = self.casts.licences_of(self.casts.decided_again(found.request))
        for licence in licences:
            self.facts.edit(licence, lambda state: _with_approval(state, approval))
        self.ledger.append(
            LedgerFact(
                what="approved" if yes else "declined",
                at=now,
                by=by,
                brand=found.request.casting.brand,
                twins=tuple(found.request.casting.twins),
                licences=licences,
                board=found.request.board,
                shot=found.request.shot.id,
                draft=draft,
                picture=picture,
                say=reason or ("Approved." if yes else "Declined."),
            )
        )

    def pause(self, licence: str, *, by: str, until: datetime | None = None) -> Withdrawal:
        """Suspend a licence: as a revocation, until a day or until it is lifted."""
        return self._end(
            licence, by=by, kind="suspended", until=until, reason="paused by the owner"
        )

    def lift(self, licence: str, *, by: str) -> tuple[DraftId, ...]:
        """Lift a pause and return the pictures that may be shown again."""
        return LiftPause(self.registry, self.drafts, self.ledger, self.clock)(licence, by=by)

    def revoke(self, licence: str, *, by: str, reason: str = "") -> Withdrawal:
        """Stop a licence now: running drafts stop, its pictures are quarantined, all recorded."""
        return self._end(licence, by=by, kind="revoked", until=None, reason=reason)

    def _end(
        self,
        licence: str,
        *,
        by: str,
        kind: Literal["revoked", "suspended"],
        until: datetime | None,
        reason: str,
    ) -> Withdrawal:
        found, now = self._licence(licence), self.clock.now()
        self.registry.revoke(LicenceId(licence), now, kind=kind, until=until, reason=reason)
        lines = [line for line in self.drafts.listed(twin=found.twin) if licence in line.licences]
        stopped = self._stop(found.twin)
        why = f"The licence {licence} was {kind}{f': {reason}' if reason else ''}."
        quarantined = tuple(line.id for line in lines if line.state == "finished")
        self.drafts.quarantine(quarantined, why)
        # A pause may be lifted; only a revocation ends the likeness that the licence kept.
        forgotten: tuple[TwinId, ...] = ()
        if kind == "revoked":
            forgotten = self.vault.forget(LicenceId(licence))
            self.originals.forget([line.id for line in lines])
        self.ledger.append(
            LedgerFact(
                what=kind,
                at=now,
                by=by,
                brand=found.licensee,
                twins=(found.twin,),
                licences=(licence,),
                say=why,
                details={"quarantined": list(quarantined), "stopped": list(stopped)}
                | ({"forgotten": list(forgotten)} if forgotten else {}),
            )
        )
        return Withdrawal(
            licence=licence,
            stopped=stopped,
            quarantined=quarantined,
            forgotten=forgotten,
            live=self._live(found, now),
        )

    def _live(self, licence: Licence, now: datetime) -> tuple[LiveUse, ...]:
        """Return what left the studio under a licence, each with its take-down deadline."""
        hours = licence.takedown_hours
        by = now + timedelta(hours=hours) if hours is not None else None
        return tuple(
            LiveUse(
                board=entry.fact.board,
                shot=entry.fact.shot,
                draft=entry.fact.draft,
                left_on=entry.fact.at,
                take_down_by=by,
                published=entry.fact.say if entry.fact.what == "published" else "",
            )
            for entry in self.ledger.entries(twin=licence.twin)
            if entry.fact.what in ("exported", "published") and licence.id in entry.fact.licences
        )

    def _waits(self, line: DraftLine, twin: TwinId) -> bool:
        draft = self.drafts.draft(line.id)
        if draft is None or line.state != "finished":
            return False
        casting = self.casts.decided_again(draft.request, "export", draft.image.image)
        return any(
            role.twin == twin and role.decision.outcome is Outcome.NEEDS_APPROVAL
            for role in casting.roles
        )

    def _licence(self, licence: str) -> Licence:
        twins = tuple(twin.id for twin in self.registry.twins())
        for found in self.registry.licences(twins):
            if found.id == licence:
                return found
        raise NotFound(f"No licence {licence!r} is on file.")

    def _stop(self, twin: TwinId) -> tuple[DraftId, ...]:
        going = self.jobs.under_way(twin)
        for status in going:
            self.jobs.cancel(status.id)
        return tuple(status.id for status in going)


def _with_approval(state: LicenceState, approval: Approval) -> LicenceState:
    others = tuple(one for one in state.approvals if one.asset_hash != approval.asset_hash)
    return state.model_copy(update={"approvals": (*others, approval)})

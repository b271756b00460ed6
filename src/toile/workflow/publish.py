"""Record that a picture was published: apart from having left, and counted where licences count it.

Toile does not publish. Whoever does says so here, is told when the answer is no, and the owner of
the twin sees where her picture is.
"""

from dataclasses import dataclass
from datetime import date

from toile.domain.board import Board
from toile.domain.casting import Casting
from toile.domain.drafts import Draft
from toile.domain.errors import BadInput, CommandRefused
from toile.domain.ledger import LedgerFact
from toile.workflow.count_units import CountUnits
from toile.workflow.leaving import Leaving
from toile.workflow.ports import Clock, Drafts, Ledger

LONGEST_PLACE = 300
TAKE_DOWN = "If it is out already, take it down."


@dataclass(frozen=True)
class Publish:
    """Note a publication of an exported picture."""

    leaving: Leaving
    drafts: Drafts
    ledger: Ledger
    clock: Clock
    units: CountUnits

    def record(
        self,
        board: Board,
        shot: str,
        version: int,
        *,
        where: str,
        by: str,
        since: date | None = None,
    ) -> LedgerFact:
        """Return what was recorded; raises ``CommandRefused`` where it may not be published."""
        place = " ".join(where.split())
        if not 0 < len(place) <= LONGEST_PLACE:
            raise BadInput("Say where it was published: an address, a magazine, a shop window.")
        draft = self._exported(board, shot, version)
        casting = self.leaving.casting(board, draft, "publish")
        if no := self.leaving.withheld(board, draft, casting):
            raise CommandRefused(no, hint=TAKE_DOWN)
        day = since or self.clock.now().date()
        fact = self._fact(board, draft, casting, f"Published from {day}: {place}", by)
        with self.units.aside("publish") as aside:
            used = set(fact.licences)
            licences = self.leaving.casts.registry.licences(tuple(r.twin for r in casting.roles))
            if not aside.take([one for one in licences if one.id in used], draft.id):
                raise CommandRefused("Its licence has no picture left.", hint=TAKE_DOWN)
            aside.record([fact])
        return fact

    def _exported(self, board: Board, shot: str, version: int) -> Draft:
        lines = self.drafts.listed(board=board.id)
        found = [line for line in lines if (line.shot, line.version) == (shot, version)]
        left = {
            entry.fact.draft for entry in self.ledger.entries() if entry.fact.what == "exported"
        }
        for line in found:
            draft = self.drafts.draft(line.id) if line.id in left else None
            if draft is not None and line.state == "finished":
                return draft
        raise CommandRefused(
            "This picture has not left the studio, so it cannot be published.",
            hint="Export the board first." if not found else "",
        )

    def _fact(self, board: Board, draft: Draft, casting: Casting, say: str, by: str) -> LedgerFact:
        grounds = [g for role in casting.roles for g in role.decision.grounds]
        return LedgerFact(
            what="published",
            at=self.clock.now(),
            by=by,
            brand=board.brand,
            twins=tuple(role.twin for role in casting.roles),
            licences=self.leaving.casts.licences_of(casting),
            clauses=tuple(dict.fromkeys(g.clause for g in grounds if g.clause)),
            board=board.id,
            shot=draft.request.shot.id,
            draft=draft.id,
            picture=draft.image.image,
            action="publish",
            outcome="permitted",
            reason="OK",
            say=say,
            decisions=tuple(role.decision.digest() for role in casting.roles),
        )

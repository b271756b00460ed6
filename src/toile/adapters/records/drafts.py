"""Finished drafts: kept once, with their ledger entry, in one transaction."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Engine, insert, select, update

from toile.adapters.records.documents import as_text, value_of
from toile.adapters.records.engine import reading, writing
from toile.adapters.records.head_note import HeadNote
from toile.adapters.records.ledger import appended, hold
from toile.adapters.records.tables import draft as drafts
from toile.adapters.records.tables import draft_twin
from toile.adapters.records.tables import ledger as entries
from toile.adapters.records.tables import revocation as revocations
from toile.domain.drafts import Draft
from toile.domain.ids import BoardId, DraftId, TwinId
from toile.domain.ledger import LedgerEntry, LedgerFact
from toile.domain.licences import Revocation
from toile.workflow.values import DraftLine


class SqlDrafts:
    """The ``Drafts`` port in SQL."""

    def __init__(self, engine: Engine, note: HeadNote | None = None) -> None:
        self._engine = engine
        self._note = note

    def keep(self, draft: Draft, fact: LedgerFact) -> LedgerEntry:
        """Keep a draft with its ledger entry; the same draft again gives the first entry."""
        with writing(self._engine) as connection:
            # Held first, so that another worker with the same draft is seen or waits.
            hold(connection)
            if first := _first_entry(connection, draft.id):
                return first
            entry = appended(connection, fact)
            _insert(connection, draft, fact, entry)
            _quarantine_if_revoked(connection, draft, fact)
        if self._note is not None:
            self._note.note(entry)
        return entry

    def draft(self, draft_id: DraftId) -> Draft | None:
        """Return a draft, or ``None`` while there is none."""
        return self._one(drafts.c.id == draft_id)

    def by_mark(self, mark_id: int) -> Draft | None:
        """Return the draft that carries an invisible id."""
        return self._one(drafts.c.mark == _hex(mark_id))

    def _one(self, condition: ColumnElement[bool]) -> Draft | None:
        with reading(self._engine) as connection:
            body = connection.scalar(select(drafts.c.body).where(condition))
        return None if body is None else value_of(Draft, body)

    def listed(
        self, *, board: BoardId | None = None, twin: TwinId | None = None
    ) -> tuple[DraftLine, ...]:
        """Return a line a draft, oldest first; quarantined ones say why."""
        asked = select(drafts.c.line, drafts.c.quarantined).order_by(
            drafts.c.drafted_at, drafts.c.id
        )
        if board is not None:
            asked = asked.where(drafts.c.board == board)
        if twin is not None:
            asked = asked.join(draft_twin).where(draft_twin.c.twin == twin)
        with reading(self._engine) as connection:
            rows = connection.execute(asked).all()
        return tuple(_line(row.line, row.quarantined) for row in rows)

    def line(self, draft_id: DraftId) -> DraftLine | None:
        """Return the line of one draft, or ``None`` while there is none."""
        asked = select(drafts.c.line, drafts.c.quarantined).where(drafts.c.id == draft_id)
        with reading(self._engine) as connection:
            row = connection.execute(asked).first()
        return None if row is None else _line(row.line, row.quarantined)

    def quarantine(self, drafts_: Sequence[DraftId], reason: str) -> None:
        """Take drafts out of sight and export; they stay listed with the first reason given."""
        chosen = update(drafts).where(drafts.c.id.in_(drafts_), drafts.c.quarantined.is_(None))
        with writing(self._engine) as connection:
            connection.execute(chosen.values(quarantined=reason))

    def bring_back(self, drafts_: Sequence[DraftId]) -> None:
        """Put drafts in sight again, when what took them out is lifted."""
        chosen = update(drafts).where(drafts.c.id.in_(drafts_))
        with writing(self._engine) as connection:
            connection.execute(chosen.values(quarantined=None))

    def issued_marks(self) -> tuple[int, ...]:
        """Return every invisible id given out."""
        with reading(self._engine) as connection:
            marks = connection.scalars(select(drafts.c.mark).order_by(drafts.c.mark)).all()
        return tuple(int(mark, 16) for mark in marks)


def _hex(mark_id: int) -> str:
    return f"{mark_id:016x}"


def _first_entry(connection: Connection, draft_id: DraftId) -> LedgerEntry | None:
    body = connection.scalar(
        select(entries.c.body)
        .join(drafts, drafts.c.entry == entries.c.number)
        .where(drafts.c.id == draft_id)
    )
    return None if body is None else value_of(LedgerEntry, body)


def _insert(connection: Connection, draft: Draft, fact: LedgerFact, entry: LedgerEntry) -> None:
    request = draft.request
    line = DraftLine(
        id=draft.id,
        board=request.board,
        shot=request.shot.id,
        version=request.version,
        twins=request.casting.twins,
        licences=fact.licences,
        image=draft.image.image,
        preview=draft.preview,
        thumbnail=draft.thumbnail,
        state="finished",
        drafted_at=draft.drafted_at,
    )
    connection.execute(
        insert(drafts).values(
            id=draft.id,
            board=request.board,
            mark=_hex(draft.image.mark_id),
            drafted_at=as_text(draft.drafted_at),
            entry=entry.number,
            line=line.model_dump_json(),
            body=draft.model_dump_json(),
        )
    )
    for twin in dict.fromkeys(request.casting.twins):
        connection.execute(insert(draft_twin).values(draft=draft.id, twin=twin))


def _quarantine_if_revoked(connection: Connection, draft: Draft, fact: LedgerFact) -> None:
    # A licence may end between the last decision and this moment; nobody asks again after it.
    asked = select(revocations).where(revocations.c.licence.in_(fact.licences))
    for row in connection.execute(asked).all():
        told = value_of(Revocation, row.body)
        if told.effective <= fact.at and (told.until is None or fact.at < told.until):
            reason = f"The licence {row.licence} was {told.kind} while this was being drawn."
            connection.execute(
                update(drafts).where(drafts.c.id == draft.id).values(quarantined=reason)
            )


def _line(body: str, quarantined: str | None) -> DraftLine:
    line = value_of(DraftLine, body)
    if quarantined is None:
        return line
    return line.model_copy(update={"state": "quarantined", "reason": quarantined})

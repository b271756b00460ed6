"""The ledger as rows: appended one at a time, each linked to the one before by the domain."""

from collections.abc import Sequence

from sqlalchemy import Connection, Engine, insert, select, text

from toile.adapters.records.documents import value_of
from toile.adapters.records.engine import reading, writing
from toile.adapters.records.head_note import HeadNote
from toile.adapters.records.tables import ledger, ledger_twin
from toile.domain import ledger as chain
from toile.domain.ids import TwinId
from toile.domain.ledger import Break, LedgerEntry, LedgerFact

# Any fixed number: it names our lock among the server's.
APPEND_LOCK = 7_401_221


class SqlLedger:
    """The ``Ledger`` port in SQL."""

    def __init__(self, engine: Engine, note: HeadNote | None = None) -> None:
        self._engine = engine
        self._note = note

    def append(self, fact: LedgerFact) -> LedgerEntry:
        """Add a fact to the end of the chain."""
        with writing(self._engine) as connection:
            entry = appended(connection, fact)
        if self._note is not None:
            self._note.note(entry)
        return entry

    def cut(self, entries: Sequence[LedgerEntry]) -> Break | None:
        """Return what is missing at the end, by the note kept beside the records."""
        return None if self._note is None else self._note.cut(entries)

    def entries(self, *, twin: TwinId | None = None) -> tuple[LedgerEntry, ...]:
        """Return the chain in order, or the entries that name a twin."""
        asked = select(ledger.c.body).order_by(ledger.c.number)
        if twin is not None:
            asked = asked.join(ledger_twin).where(ledger_twin.c.twin == twin)
        with reading(self._engine) as connection:
            bodies = connection.scalars(asked).all()
        return tuple(value_of(LedgerEntry, body) for body in bodies)


def hold(connection: Connection) -> None:
    """Keep others from appending until this transaction ends (on SQLite the write lock does)."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": APPEND_LOCK})


def appended(connection: Connection, fact: LedgerFact) -> LedgerEntry:
    """Append inside the caller's transaction; others wait until it ends."""
    hold(connection)
    newest = connection.scalar(select(ledger.c.body).order_by(ledger.c.number.desc()).limit(1))
    last = None if newest is None else value_of(LedgerEntry, newest)
    entry = chain.append(last, fact)
    connection.execute(
        insert(ledger).values(number=entry.number, hash=entry.hash, body=entry.model_dump_json())
    )
    for twin in dict.fromkeys(fact.twins):
        connection.execute(insert(ledger_twin).values(number=entry.number, twin=twin))
    return entry

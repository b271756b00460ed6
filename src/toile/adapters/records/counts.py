"""Units of a licence: taken by one conditional update, so that the last one goes to one taker.

A reservation that has run out gives its units back when the next one asks; committing it all the
same still counts, because the use happened.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, Engine, Row, delete, func, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite

from toile.adapters.records.documents import as_text, parts, value_of
from toile.adapters.records.engine import writing
from toile.adapters.records.head_note import HeadNote
from toile.adapters.records.ledger import appended
from toile.adapters.records.tables import licence as licences
from toile.adapters.records.tables import reservation as reservations
from toile.adapters.records.tables import unit_count as counts
from toile.domain.errors import BadInput, NotFound
from toile.domain.ids import LicenceId
from toile.domain.ledger import LedgerFact
from toile.domain.licences import Licence


class SqlCounts:
    """The ``Counts`` port in SQL."""

    def __init__(
        self, engine: Engine, now: Callable[[], datetime], note: HeadNote | None = None
    ) -> None:
        self._engine = engine
        self._now = now
        self._note = note

    def reserve(self, licence: LicenceId, key: str, quantity: int, until: datetime) -> bool:
        """Set units aside under a key, or say that they are not free.

        A key that was counted before is free again and counts nothing.
        """
        if quantity < 0:
            raise BadInput("A count cannot be negative.")
        with writing(self._engine) as connection:
            limit = _limit(connection, licence)
            _lock(connection, licence)
            _lapse(connection, licence, self._now())
            mine = _reservation(connection, licence, key)
            if mine is not None and mine.state == "committed":
                return True
            held = mine.quantity if mine is not None and mine.state == "reserved" else 0
            if not _take(connection, licence, quantity - held, limit):
                return False
            _write(connection, licence, key, quantity, until)
            return True

    def commit(self, licence: LicenceId, key: str) -> None:
        """Count a reservation as used, once and for good."""
        self.record([(licence, key)], ())

    def record(self, taken: Sequence[tuple[LicenceId, str]], facts: Sequence[LedgerFact]) -> None:
        """Count reservations as used and write what used them, all in one step or not at all."""
        with writing(self._engine) as connection:
            for licence, key in sorted(set(taken)):
                _count(connection, licence, key)
            entries = [appended(connection, fact) for fact in facts]
        if self._note is not None:
            for entry in entries:
                self._note.note(entry)

    def release(self, licence: LicenceId, key: str) -> None:
        """Give a reservation back; what was counted stays counted."""
        with writing(self._engine) as connection:
            _lock(connection, licence)
            mine = _reservation(connection, licence, key)
            if mine is None or mine.state == "committed":
                return
            if mine.state == "reserved":
                _take(connection, licence, -mine.quantity, None)
            connection.execute(delete(reservations).where(*_named(licence, key)))


def counted(
    connection: Connection, names: Sequence[str]
) -> dict[str, tuple[Row[tuple[str, str, int, str, str]], ...]]:
    """Return the reservations of each licence, for the state of the world."""
    asked = select(reservations).where(reservations.c.state != "lapsed")
    found = [
        row
        for some in parts(names)
        for row in connection.execute(asked.where(reservations.c.licence.in_(some)))
    ]
    rows = sorted(found, key=lambda row: (str(row.licence), str(row.key)))
    return {name: tuple(rows_) for name, rows_ in groupby(rows, key=lambda row: str(row.licence))}


def limit_of(licence: Licence) -> int | None:
    """Return the fewest units any grant allows, or ``None`` where none counts.

    A limit that was never recorded is no unit at all.
    """
    limits = [grant.count.limit or 0 for grant in licence.grants if grant.count is not None]
    return min(limits, default=None)


def _limit(connection: Connection, licence: LicenceId) -> int | None:
    body = connection.scalar(
        select(licences.c.body)
        .where(licences.c.id == licence)
        .order_by(licences.c.version.desc())
        .limit(1)
    )
    if body is None:
        raise NotFound(f"There is no licence {licence}.")
    return limit_of(value_of(Licence, body))


def _count(connection: Connection, licence: LicenceId, key: str) -> None:
    _lock(connection, licence)
    mine = _reservation(connection, licence, key)
    if mine is None:
        raise NotFound(f"Nothing is reserved on {licence} under this key.")
    if mine.state == "lapsed":
        _take(connection, licence, mine.quantity, None)
    _state(connection, licence, key, "committed")


def _lock(connection: Connection, licence: LicenceId) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    connection.execute(
        dialect.insert(counts).values(licence=licence, taken=0).on_conflict_do_nothing()
    )
    # Writing the row, even to its own value, makes every other taker of this licence wait.
    connection.execute(
        update(counts).where(counts.c.licence == licence).values(taken=counts.c.taken)
    )


def _lapse(connection: Connection, licence: LicenceId, now: datetime) -> None:
    gone = (
        reservations.c.licence == licence,
        reservations.c.state == "reserved",
        reservations.c.until <= as_text(now),
    )
    freed = connection.scalar(select(func.sum(reservations.c.quantity)).where(*gone)) or 0
    if freed:
        connection.execute(update(reservations).where(*gone).values(state="lapsed"))
        _take(connection, licence, -int(freed), None)


def _take(connection: Connection, licence: LicenceId, quantity: int, limit: int | None) -> bool:
    taking = update(counts).where(counts.c.licence == licence)
    if limit is not None:
        taking = taking.where(counts.c.taken + quantity <= limit)
    return connection.execute(taking.values(taken=counts.c.taken + quantity)).rowcount == 1


def _named(licence: LicenceId, key: str) -> tuple[ColumnElement[bool], ...]:
    return (reservations.c.licence == licence, reservations.c.key == key)


def _reservation(
    connection: Connection, licence: LicenceId, key: str
) -> Row[tuple[str, str, int, str, str]] | None:
    return connection.execute(select(reservations).where(*_named(licence, key))).first()


def _write(
    connection: Connection, licence: LicenceId, key: str, quantity: int, until: datetime
) -> None:
    connection.execute(delete(reservations).where(*_named(licence, key)))
    connection.execute(
        insert(reservations).values(
            licence=licence, key=key, quantity=quantity, until=as_text(until), state="reserved"
        )
    )


def _state(connection: Connection, licence: LicenceId, key: str, state: str) -> None:
    connection.execute(update(reservations).where(*_named(licence, key)).values(state=state))

"""The state of the world for a decision: claims of others, payments, approvals, counts, parties.

The tables of law and the trees are data files, handed in; only what happens to people is stored.
"""

import json
from collections.abc import Callable, Sequence
from typing import TypeVar

from sqlalchemy import Connection, Engine, delete, insert, select

from toile.adapters.records.counts import counted
from toile.adapters.records.documents import as_instant, parts, value_of
from toile.adapters.records.engine import reading, writing
from toile.adapters.records.tables import claim as claims
from toile.adapters.records.tables import licence as licences
from toile.adapters.records.tables import licence_state as states
from toile.adapters.records.tables import party as parties
from toile.adapters.records.tables import twin as twins
from toile.domain.counts import Reservation
from toile.domain.ids import TwinId
from toile.domain.rights.world import (
    Booking,
    Claim,
    Exclusivity,
    Hold,
    LicenceState,
    RightsTables,
    TwinFacts,
    World,
)
from toile.domain.twins import Twin

C = TypeVar("C", Exclusivity, Hold, Booking)


class SqlWorld:
    """The ``WorldFacts`` port in SQL, and the ways its facts come to be known."""

    def __init__(self, engine: Engine, tables: Callable[[], RightsTables]) -> None:
        self._engine = engine
        self._tables = tables

    def world(self, twins: Sequence[TwinId]) -> World:
        """Return what a decision on these twins depends on, from one consistent view."""
        tables = self._tables()
        with reading(self._engine) as connection:
            return World(
                tables=tables,
                tool=tables.tool,
                twins={facts.id: facts for facts in _twin_facts(connection, twins)},
                exclusivities=_claims(connection, Exclusivity, twins),
                holds=_claims(connection, Hold, twins),
                bookings=_claims(connection, Booking, twins),
                states=_states(connection, twins),
                affiliates=_affiliates(connection),
                names={str(row.id): str(row.name) for row in connection.execute(select(parties))},
            )

    def claim(self, *held: Claim) -> None:
        """Record what other parties hold; the same claim twice is one."""
        with writing(self._engine) as connection:
            for one in held:
                connection.execute(delete(claims).where(claims.c.id == one.digest()))
                connection.execute(
                    insert(claims).values(
                        id=one.digest(),
                        kind=type(one).__name__,
                        twin=one.twin,
                        body=one.model_dump_json(),
                    )
                )

    def lift(self, *held: Claim) -> None:
        """Take claims back, such as a hold that was released."""
        with writing(self._engine) as connection:
            ids = [one.digest() for one in held]
            connection.execute(delete(claims).where(claims.c.id.in_(ids)))

    def change(self, licence: str, **facts: object) -> LicenceState:
        """Record payment, first use or approvals of a licence, by the names of ``LicenceState``."""
        return self.edit(
            licence, lambda state: LicenceState.model_validate(state.model_dump() | facts)
        )

    def edit(self, licence: str, edit: Callable[[LicenceState], LicenceState]) -> LicenceState:
        """Edit what happened under a licence in one transaction.

        Units taken through ``Counts`` come on top of what is recorded here as used.
        """
        with writing(self._engine) as connection:
            body = connection.scalar(
                select(states.c.body).where(states.c.licence == licence).with_for_update()
            )
            before = LicenceState() if body is None else value_of(LicenceState, body)
            after = edit(before)
            connection.execute(delete(states).where(states.c.licence == licence))
            connection.execute(insert(states).values(licence=licence, body=after.model_dump_json()))
            return after

    def know(self, party: str, name: str, affiliates: Sequence[str] = ()) -> None:
        """Record a brand or group, and the brands that belong to it."""
        with writing(self._engine) as connection:
            connection.execute(delete(parties).where(parties.c.id == party))
            connection.execute(
                insert(parties).values(id=party, name=name, affiliates=json.dumps(list(affiliates)))
            )


def _twin_facts(connection: Connection, wanted: Sequence[TwinId]) -> list[TwinFacts]:
    asked = (select(twins.c.body).where(twins.c.id.in_(some)) for some in parts(wanted))
    bodies = [body for one in asked for body in connection.scalars(one)]
    return [TwinFacts.of(value_of(Twin, body)) for body in bodies]


def _claims(connection: Connection, kind: type[C], wanted: Sequence[TwinId]) -> tuple[C, ...]:
    asked = select(claims.c.id, claims.c.body).where(claims.c.kind == kind.__name__)
    whose = [claims.c.twin.is_(None), *(claims.c.twin.in_(some) for some in parts(wanted))]
    rows = [row for one in whose for row in connection.execute(asked.where(one))]
    return tuple(value_of(kind, row.body) for row in sorted(rows, key=lambda r: str(r.id)))


def _states(connection: Connection, wanted: Sequence[TwinId]) -> dict[str, LicenceState]:
    names = [
        str(name)
        for some in parts(wanted)
        for name in connection.scalars(
            select(licences.c.id).where(licences.c.twin.in_(some)).distinct()
        )
    ]
    told = {
        str(row.licence): value_of(LicenceState, row.body)
        for some in parts(names)
        for row in connection.execute(select(states).where(states.c.licence.in_(some)))
    }
    for name, rows in counted(connection, names).items():
        used = [row for row in rows if row.state == "committed"]
        recorded = told.get(name, LicenceState())
        told[name] = recorded.model_copy(
            update={
                "used": None
                if recorded.used is None
                else recorded.used + sum(row.quantity for row in used),
                "counted_keys": tuple(row.key for row in used),
                "reservations": tuple(
                    Reservation(key=row.key, qty=row.quantity, expires_at=as_instant(row.until))
                    for row in rows
                    if row.state == "reserved"
                ),
            }
        )
    return told


def _affiliates(connection: Connection) -> dict[str, tuple[str, ...]]:
    rows = connection.execute(select(parties)).all()
    found = {str(row.id): tuple(json.loads(row.affiliates)) for row in rows}
    return {parent: members for parent, members in found.items() if members}

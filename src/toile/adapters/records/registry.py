"""Twins, licences and consents, each put whole. A signed licence is never changed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, Engine, Select, delete, func, insert, select

from toile.adapters.records.documents import parts, value_of
from toile.adapters.records.engine import reading, writing
from toile.adapters.records.tables import consent as consents
from toile.adapters.records.tables import licence as licences
from toile.adapters.records.tables import revocation as revocations
from toile.adapters.records.tables import twin as twins
from toile.domain.consent import Consent
from toile.domain.errors import BadInput, NotFound
from toile.domain.ids import LicenceId, TwinId
from toile.domain.licences import Licence, Revocation
from toile.domain.twins import Twin


class SqlRegistry:
    """The ``Registry`` port in SQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def put(self, *values: Twin | Licence | Consent) -> None:
        """Store all of them or none; a twin or consent replaces the one of its id.

        Raises ``BadInput`` when a licence would change one already signed.
        """
        with writing(self._engine) as connection:
            for value in values:
                _put(connection, value)

    def twins(self) -> tuple[Twin, ...]:
        """Return every twin on file, by id."""
        with reading(self._engine) as connection:
            bodies = connection.scalars(select(twins.c.body).order_by(twins.c.id)).all()
        return tuple(value_of(Twin, body) for body in bodies)

    def licences(self, twins: Sequence[TwinId]) -> tuple[Licence, ...]:
        """Return the newest version of each licence of these twins, revocations told."""
        with reading(self._engine) as connection:
            rows = [row for some in parts(twins) for row in connection.execute(_newest(some)).all()]
        return tuple(_told(row.body, row.revoked) for row in sorted(rows, key=lambda r: str(r.id)))

    def consents(self, twins: Sequence[TwinId]) -> tuple[Consent, ...]:
        """Return the consents signed for these twins, by id."""
        asked = select(consents.c.id, consents.c.body)
        with reading(self._engine) as connection:
            rows = [
                row
                for some in parts(twins)
                for row in connection.execute(asked.where(consents.c.twin.in_(some))).all()
            ]
        return tuple(value_of(Consent, row.body) for row in sorted(rows, key=lambda r: str(r.id)))

    def revoke(
        self,
        licence: LicenceId,
        effective: datetime,
        *,
        kind: Literal["revoked", "suspended"] = "revoked",
        until: datetime | None = None,
        reason: str = "",
    ) -> None:
        """Revoke a licence for good, or suspend it; the earliest revocation stands."""
        told = Revocation(effective=effective, kind=kind, until=until, reason=reason)
        with writing(self._engine) as connection:
            if not connection.scalar(select(licences.c.id).where(licences.c.id == licence)):
                raise NotFound(f"There is no licence {licence}.")
            _revoke(connection, licence, told)


def _newest(twins: Sequence[TwinId]) -> Select[str, str, str | None]:
    newest = (
        select(licences.c.id, func.max(licences.c.version).label("version"))
        .where(licences.c.twin.in_(twins))
        .group_by(licences.c.id)
        .subquery()
    )
    same = (licences.c.id == newest.c.id) & (licences.c.version == newest.c.version)
    return (
        select(licences.c.id, licences.c.body, revocations.c.body.label("revoked"))
        .join(newest, same)
        .outerjoin(revocations, revocations.c.licence == licences.c.id)
    )


def _put(connection: Connection, value: Twin | Licence | Consent) -> None:
    match value:
        case Twin():
            connection.execute(delete(twins).where(twins.c.id == value.id))
            connection.execute(insert(twins).values(id=value.id, body=value.model_dump_json()))
        case Consent():
            connection.execute(delete(consents).where(consents.c.id == value.id))
            connection.execute(
                insert(consents).values(id=value.id, twin=value.twin, body=value.model_dump_json())
            )
        case Licence():
            _sign(connection, value)


def _sign(connection: Connection, licence: Licence) -> None:
    on_file = connection.scalar(
        select(licences.c.body).where(
            licences.c.id == licence.id, licences.c.version == licence.version
        )
    )
    if on_file is None:
        connection.execute(
            insert(licences).values(
                id=licence.id,
                version=licence.version,
                twin=licence.twin,
                body=licence.model_dump_json(),
            )
        )
        return
    if value_of(Licence, on_file) != licence:
        raise BadInput(
            f"Licence {licence.id} version {licence.version} is signed and cannot be changed.",
            hint=f"Put the change on file as version {licence.version + 1}.",
        )


def _revoke(connection: Connection, licence: LicenceId, told: Revocation) -> None:
    body = connection.scalar(select(revocations.c.body).where(revocations.c.licence == licence))
    if body is not None:
        before = value_of(Revocation, body)
        if before.kind == "revoked" and (
            told.kind == "suspended" or before.effective <= told.effective
        ):
            return
        connection.execute(delete(revocations).where(revocations.c.licence == licence))
    connection.execute(insert(revocations).values(licence=licence, body=told.model_dump_json()))


def _told(body: str, revoked: str | None) -> Licence:
    licence = value_of(Licence, body)
    if revoked is None:
        return licence
    return licence.model_copy(update={"revocation": value_of(Revocation, revoked)})

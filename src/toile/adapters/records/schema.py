"""Bring a database to the current schema, once, whoever opens it first.

The whole upgrade is one transaction under the database's own lock: a second process waits and
finds it done, and a kill in the middle leaves the schema as it was.
"""

from sqlalchemy import Connection, Engine, inspect, text

from toile.adapters.records.engine import reading, writing
from toile.domain.errors import ServiceUnavailable

MIGRATIONS = "toile.adapters.records:migrations"
VERSION_TABLE = "toile_schema"
# The newest revision in migrations/versions; known here so that opening needs no Alembic.
HEAD = "0004"
# Any fixed number: it names our lock among the server's.
UPGRADE_LOCK = 7_401_220


def upgrade(engine: Engine) -> None:
    """Run ``alembic upgrade head`` unless the database is there already."""
    with reading(engine) as connection:
        if _revision(connection) == HEAD:
            return
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": UPGRADE_LOCK})
        found = _revision(connection)
        if found == HEAD:
            return
        if found is not None and found > HEAD:
            raise ServiceUnavailable(
                "These records were written by a newer Toile; they were left as they are.",
                hint="Install the newer version again, or start in another folder with TOILE_HOME.",
            )
        _run(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))
    return None if found is None else str(found)


def _run(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

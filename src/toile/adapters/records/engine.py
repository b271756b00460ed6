"""One engine a process, and the two ways to use it: ``reading`` and ``writing``.

Every write is one immediate transaction, so two writers queue instead of failing half way. What a
driver reports is said here as a sentence with a next step. Knows nothing of boards or drafts.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError

from toile.domain.errors import ServiceUnavailable, SettingMissing, ToileError

BUSY_SECONDS = 30

# What SQLite and PostgreSQL say, in the order to look for it, and what it means to a person.
SENTENCES: tuple[tuple[str, str, str], ...] = (
    ("disk is full", "The disk is full; nothing was saved.", "Free some space and try again."),
    ("No space left", "The disk is full; nothing was saved.", "Free some space and try again."),
    (
        "disk I/O",
        "The disk is full or does not answer; nothing was saved.",
        "`toile doctor` tells how much is free. Free some space and try again.",
    ),
    (
        "readonly",
        "The data folder is read-only; nothing was saved.",
        "Give yourself the right to write there, or choose another folder with TOILE_HOME.",
    ),
    (
        "unable to open",
        "The records cannot be opened.",
        "Check that the data folder exists and may be written, or choose another with TOILE_HOME.",
    ),
    (
        "not a database",
        "The records file is damaged or is not one of ours; it was left as it is.",
        "Bring back a backup with `toile restore`, or start in another folder with TOILE_HOME.",
    ),
    (
        "malformed",
        "The records file is damaged; it was left as it is.",
        "Bring back a backup with `toile restore`, or start in another folder with TOILE_HOME.",
    ),
    (
        "already exists",
        "The records hold half an upgrade or another program's tables; they were left as they are.",
        "Bring back a backup with `toile restore`, or start in another folder with TOILE_HOME.",
    ),
    (
        "locked",
        f"The records were busy for {BUSY_SECONDS} seconds; nothing was saved.",
        "Try again. If it stays so, another program holds the file.",
    ),
    (
        "resolve host",
        "Nobody knows the name of the database server.",
        "Check the host in TOILE_DATABASE_URL.",
    ),
    (
        "authentication failed",
        "The database server does not take this user and password.",
        "Check both in TOILE_DATABASE_URL; a sign in a password is written as %40 for @.",
    ),
    (
        "connection",
        "The database server did not answer.",
        "Check that it runs and that the address is right.",
    ),
)


def engine_for(url: str) -> Engine:
    """Return an engine with our habits: WAL, full sync and immediate writes on SQLite."""
    target = _parsed(url)
    if target.get_backend_name() == "postgresql":
        return create_engine(
            target.set(drivername="postgresql+psycopg"), pool_pre_ping=True, pool_size=8
        )
    if target.get_backend_name() != "sqlite":
        raise SettingMissing(
            f"Records cannot be kept in {target.get_backend_name()}.",
            hint="Give a sqlite:/// or postgresql:// address.",
        )
    engine = create_engine(target, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _parsed(url: str) -> URL:
    try:
        target = make_url(url)
        target.get_dialect()
    # A port that is no number is the only fault that the parser leaves to Python.
    except (ArgumentError, NoSuchModuleError, ValueError) as error:
        raise SettingMissing(
            "The address of the records is not one we can read.",
            hint="Give a sqlite:/// or postgresql:// address.",
        ) from error
    return target


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    # The driver must not begin by itself: a deferred transaction can fail when it first writes.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA busy_timeout = 30000")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    reading_only = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading_only else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Open one consistent view; driver errors come out as sentences."""
    with translated(), engine.connect().execution_options(reading=True) as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open one transaction: all of it is stored when the block ends well, else none."""
    with translated(), engine.begin() as connection:
        yield connection


@contextmanager
def translated() -> Iterator[None]:
    """Say a driver's error as a sentence with a next step."""
    try:
        yield
    except (DatabaseError, sqlite3.Error) as error:
        raise _sentence(error) from error


def _sentence(error: DatabaseError | sqlite3.Error) -> ToileError:
    said = str(error.orig if isinstance(error, DatabaseError) else error)
    for words, message, hint in SENTENCES:
        if words in said:
            return ServiceUnavailable(message, hint=hint)
    return ServiceUnavailable(
        "The records refused this change; nothing was saved.",
        hint=f"The database said: {said.splitlines()[0]}",
    )

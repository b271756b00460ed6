"""Every row of one database into another with the same tables, in one view and one transaction.

So a backup is a plain SQLite file wherever the records live, and may be brought back to either.
"""

from sqlalchemy import Connection, Engine, MetaData, func, select
from sqlalchemy.exc import DatabaseError

from toile.domain.errors import BadInput, ServiceUnavailable

# Whoever is drawing now is no part of a backup, and the schema's number is each database's own.
LEFT_OUT = frozenset({"worker", "toile_schema"})
AT_ONCE = 500


def copy_rows(source: Engine, target: Engine) -> int:
    """Copy all rows into empty tables and return how many; refuse tables that hold something."""
    tables = MetaData()
    try:
        tables.reflect(source, only=lambda name, _: name not in LEFT_OUT and _ours(name))
        with _steady(source) as reading, target.begin() as writing:
            _refuse_filled(writing, tables)
            return sum(_copy(reading, writing, name, tables) for name in _in_order(tables))
    except DatabaseError as error:
        raise ServiceUnavailable(
            "The records could not be copied; nothing was changed.",
            hint=f"The database said: {str(error.orig).splitlines()[0]}",
        ) from error


def _steady(source: Engine) -> Connection:
    level = "REPEATABLE READ" if source.dialect.name == "postgresql" else "SERIALIZABLE"
    return source.connect().execution_options(isolation_level=level, reading=True)


def _ours(name: str) -> bool:
    return not name.startswith(("dbos", "sqlite"))


def _in_order(tables: MetaData) -> list[str]:
    return [table.name for table in tables.sorted_tables]


def _refuse_filled(writing: Connection, tables: MetaData) -> None:
    for table in tables.sorted_tables:
        if writing.scalar(select(func.count()).select_from(table)):
            raise BadInput(
                "The database to bring the records into already holds some.",
                hint="Name an empty one in TOILE_DATABASE_URL.",
            )


def _copy(reading: Connection, writing: Connection, name: str, tables: MetaData) -> int:
    table, copied = tables.tables[name], 0
    for rows in reading.execute(select(table)).mappings().partitions(AT_ONCE):
        writing.execute(table.insert(), [dict(row) for row in rows])
        copied += len(rows)
    return copied

"""Opening records: the schema made once, upgraded whole, and faults said as sentences."""

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from builders_records import NOON, a_board, no_tables
from sqlalchemy import event, text

from toile.adapters.jobs import tables as jobs_tables
from toile.adapters.records import tables as records_tables
from toile.adapters.records.engine import engine_for, reading, translated, writing
from toile.adapters.records.schema import HEAD, MIGRATIONS, VERSION_TABLE, upgrade
from toile.adapters.records.sql import SqlRecords
from toile.domain.errors import ServiceUnavailable, SettingMissing
from toile.domain.ids import BoardId


def opened(file: Path) -> SqlRecords:
    return SqlRecords.open(f"sqlite:///{file}", now=lambda: NOON, tables=no_tables)


def alembic(connection: object) -> Config:
    config = Config()
    config.set_main_option("script_location", MIGRATIONS)
    config.attributes["connection"] = connection
    return config


def test_the_newest_migration_is_the_one_the_adapter_knows() -> None:
    assert ScriptDirectory.from_config(alembic(None)).get_current_head() == HEAD


def test_the_migrations_make_exactly_the_tables_in_use(tmp_path: Path) -> None:
    engine = opened(tmp_path / "toile.db").engine
    ours = [records_tables.metadata, jobs_tables.metadata]
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        # It takes several, which its own type does not say.
        changes = compare_metadata(context, ours)  # type: ignore[arg-type]
        assert [one for one in changes if one[0] != "remove_index"] == []


def test_every_migration_goes_down_and_up_again(tmp_path: Path) -> None:
    engine = opened(tmp_path / "toile.db").engine
    with writing(engine) as connection:
        command.downgrade(alembic(connection), "base")
    upgrade(engine)
    opened(tmp_path / "toile.db").boards.save(a_board())


def test_an_older_schema_is_upgraded_and_keeps_its_boards(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path / 'toile.db'}")
    with writing(engine) as connection:
        command.upgrade(alembic(connection), "0001")
    body = a_board().model_dump_json()
    with writing(engine) as connection:
        connection.execute(
            text("INSERT INTO board VALUES ('board-1', 1, 'maison', 'Sea', 0, 't', 0)")
        )
        connection.execute(
            text("INSERT INTO board_revision VALUES ('board-1', 1, :body)"), {"body": body}
        )
    assert opened(tmp_path / "toile.db").boards.board(BoardId("board-1")) == a_board()


def test_four_processes_that_open_at_once_make_one_schema(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from datetime import datetime, UTC\n"
        "from toile.adapters.records.sql import SqlRecords\n"
        "SqlRecords.open(sys.argv[1], now=lambda: datetime.now(UTC), tables=lambda: None)"
    )
    url = f"sqlite:///{tmp_path / 'toile.db'}"

    def run(_: int) -> int:
        return subprocess.run([sys.executable, "-c", script, url], check=False).returncode

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(run, range(4))) == {0}


def test_a_kill_in_the_middle_of_an_upgrade_leaves_the_schema_as_it_was(tmp_path: Path) -> None:
    script = (
        "import os, sys\n"
        "from sqlalchemy import event\n"
        "from toile.adapters.records.engine import engine_for\n"
        "from toile.adapters.records.schema import upgrade\n"
        "engine = engine_for(sys.argv[1])\n"
        "seen = []\n"
        "def count(conn, cursor, statement, *rest):\n"
        "    seen.append(statement)\n"
        "    if statement.lstrip().startswith('CREATE TABLE ledger'): os._exit(9)\n"
        "event.listen(engine, 'before_cursor_execute', count)\n"
        "upgrade(engine)\n"
    )
    url = f"sqlite:///{tmp_path / 'toile.db'}"
    assert subprocess.run([sys.executable, "-c", script, url], check=False).returncode == 9
    opened(tmp_path / "toile.db").boards.save(a_board())


def test_records_of_a_newer_version_are_left_alone(tmp_path: Path) -> None:
    records = opened(tmp_path / "toile.db")
    with writing(records.engine) as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(ServiceUnavailable, match="newer Toile"):
        opened(tmp_path / "toile.db")


def test_half_an_upgrade_by_another_hand_is_a_sentence(tmp_path: Path) -> None:
    engine = engine_for(f"sqlite:///{tmp_path / 'toile.db'}")
    with writing(engine) as connection:
        connection.execute(text("CREATE TABLE ledger (number INTEGER)"))
    with pytest.raises(ServiceUnavailable, match="half an upgrade"):
        opened(tmp_path / "toile.db")


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "toile.db").write_bytes(b"holiday snaps " * 100)
    with pytest.raises(ServiceUnavailable, match="damaged or is not one of ours"):
        opened(tmp_path / "toile.db")
    assert (tmp_path / "toile.db").read_bytes().startswith(b"holiday snaps")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    with pytest.raises(ServiceUnavailable, match="cannot be made"):
        opened(tmp_path / "home" / "toile.db")


def test_a_full_disk_is_a_sentence_and_the_board_is_as_it_was(tmp_path: Path) -> None:
    records = opened(tmp_path / "toile.db")
    records.boards.save(a_board())
    # The engine's own limit: the very error that a full disk gives.
    event.listen(
        records.engine, "begin", lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1").close()
    )
    with pytest.raises(ServiceUnavailable, match="disk is full; nothing was saved"):
        records.boards.save(a_board(revision=2, what="x" * 1_000_000))
    assert records.boards.board(BoardId("board-1")) == a_board()


def test_a_read_only_folder_is_a_sentence(tmp_path: Path) -> None:
    records = opened(tmp_path / "toile.db")
    event.listen(
        records.engine, "begin", lambda c: c.exec_driver_sql("PRAGMA query_only = 1").close()
    )
    with pytest.raises(ServiceUnavailable, match="read-only; nothing was saved"):
        records.boards.save(a_board())


def test_a_record_changed_by_hand_is_a_sentence(tmp_path: Path) -> None:
    records = opened(tmp_path / "toile.db")
    records.boards.save(a_board())
    with writing(records.engine) as connection:
        connection.execute(text("UPDATE board_revision SET body = '{\"id\": 7}'"))
    # Who saved a board knows it; whoever opens the records anew reads what was changed.
    with pytest.raises(ServiceUnavailable, match="does not read as one"):
        opened(tmp_path / "toile.db").boards.board(BoardId("board-1"))


@pytest.mark.parametrize("url", ["mysql://here/toile", "nonsense", "oracle://x"])
def test_an_address_we_cannot_use_is_a_sentence(url: str) -> None:
    with pytest.raises(SettingMissing, match=r"Records cannot|not one we can read"):
        SqlRecords.open(url, now=lambda: NOON, tables=no_tables)


def test_a_server_that_is_not_there_is_a_sentence() -> None:
    url = "postgresql://nobody@127.0.0.1:9/toile"
    with pytest.raises(ServiceUnavailable, match="server did not answer"):
        SqlRecords.open(url, now=lambda: NOON, tables=no_tables)


def test_opening_what_is_up_to_date_needs_no_alembic(tmp_path: Path) -> None:
    opened(tmp_path / "toile.db").close()
    script = (
        "import sys\n"
        "from toile.adapters.records.sql import SqlRecords\n"
        "SqlRecords.open(sys.argv[1], now=lambda: None, tables=lambda: None)\n"
        "import toile.adapters.jobs.durable\n"
        "heavy = {'alembic', 'dbos', 'torch', 'mitsuba'} & set(sys.modules)\n"
        "assert not heavy, heavy"
    )
    url = f"sqlite:///{tmp_path / 'toile.db'}"
    subprocess.run([sys.executable, "-c", script, url], check=True)


@pytest.mark.parametrize(
    ("driver", "person"),
    [
        ("failed to resolve host 'db.example': Name or service not known", "knows the name"),
        (
            'connection failed: connection to server at "::1", port 5432 failed: '
            'FATAL:  password authentication failed for user "u"',
            "does not take this user",
        ),
        ("connection failed: Connection refused", "did not answer"),
    ],
)
def test_a_database_that_cannot_be_reached_says_why(driver: str, person: str) -> None:
    with pytest.raises(ServiceUnavailable, match=person), translated():
        raise sqlite3.OperationalError(driver)

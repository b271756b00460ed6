"""Records on SQLite and on a real PostgreSQL server, for every contract."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders_records import StandingClock, a_postgres_server, an_empty_database, no_tables
from sqlalchemy.engine import URL

from toile.adapters.records.sql import SqlRecords


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    with a_postgres_server(tmp_path_factory) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def records_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'records' / 'toile.db'}"
    return an_empty_database(request.getfixturevalue("postgres"))


@pytest.fixture
def records(records_url: str, clock: StandingClock) -> Iterator[SqlRecords]:
    opened = SqlRecords.open(records_url, now=clock.now, tables=no_tables)
    yield opened
    opened.close()

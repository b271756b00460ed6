"""A short rough day on each database; ``benchmarks/crashes.py`` has the long one."""

from pathlib import Path

import pytest
from builders_records import a_postgres_server, an_empty_database
from trust.day_after import faults, tally
from trust.last_steps import STEPS
from trust.rough_day import Day

from toile.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]


@pytest.mark.parametrize("database", ["sqlite", "postgresql"])
def test_a_rough_day_loses_nothing_doubles_nothing_and_leaves_nothing_unmarked(
    database: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if database == "sqlite":
        _rough_day(Settings(home=tmp_path / "home"))
        return
    with a_postgres_server(tmp_path_factory) as server:
        _rough_day(Settings(home=tmp_path / "home", database_url=an_empty_database(server)))


def test_a_worker_that_dies_as_a_last_step_begins_leaves_all_whole_and_marked(
    tmp_path: Path,
) -> None:
    settings = Settings(home=tmp_path / "home")
    settings.folder.mkdir(parents=True)
    day = Day(settings, seed=12)
    day.prepare(boards=1)
    day.at_each_step(1)
    day.settle()
    assert set(day.kills) == set(STEPS)
    assert list(faults(settings)) == []


def _rough_day(settings: Settings) -> None:
    settings.folder.mkdir(parents=True)
    day = Day(settings, seed=11)
    day.prepare(boards=2)
    day.go_on(kills=5)
    day.settle()
    assert list(faults(settings)) == []
    assert tally(settings)["board"] > 0

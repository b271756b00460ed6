"""What ``docs/compose.yaml`` starts, as processes: a database, a Chroma server, two workers."""

from pathlib import Path

import pytest
from builders_records import a_postgres_server, an_empty_database
from builders_servers import a_chroma_server
from trust.day_after import faults, tally
from trust.rough_day import Day

from toile import bootstrap
from toile.settings import Settings

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]


def test_two_workers_on_a_database_draw_each_draft_once_and_the_book_is_on_a_server(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with (
        a_postgres_server(tmp_path_factory) as database,
        a_chroma_server(tmp_path / "chroma") as chroma,
    ):
        settings = Settings(
            home=tmp_path / "home", database_url=an_empty_database(database), chroma_url=chroma
        )
        settings.folder.mkdir()
        day = Day(settings, seed=3, workers=2)
        day.prepare(boards=3)
        assert list(faults(settings)) == []
        assert tally(settings)["drawn"] == 3

        library = bootstrap.guideline_library(settings)
        assert library.ask("Which light for knitwear?", settings.brand)
        # Nothing of it fell back to a file of this machine.
        assert not (settings.folder / "library" / "vectors").exists()
        assert not (settings.folder / "toile.db").exists()

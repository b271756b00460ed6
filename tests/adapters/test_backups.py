"""A backup made while the studio is in use, checked, and brought back; nothing is deleted."""

import json
from pathlib import Path

import pytest
from builders_records import (
    NOON,
    a_board,
    a_draft,
    a_fact,
    a_postgres_server,
    a_request,
    an_empty_database,
    no_tables,
)
from sqlalchemy import text

from toile import bootstrap
from toile.adapters.backups.folder import swap
from toile.adapters.images.folder import ImageFolder
from toile.adapters.jobs.durable import DurableJobs
from toile.adapters.records.sql import SqlRecords
from toile.bootstrap import backup as bootstrap_backup
from toile.domain import ledger
from toile.domain.errors import BadInput, NotFound
from toile.domain.ids import BoardId
from toile.settings import Settings

PICTURE = b"\xff\xd8 marked"


def a_studio_in_use(settings: Settings) -> SqlRecords:
    records = bootstrap.records(settings)
    records.boards.save(a_board())
    records.drafts.keep(a_draft(a_request()), a_fact(a_request()))
    DurableJobs(records.engine, lambda: NOON).submit(a_request(8))
    ImageFolder(settings.folder / "images").put(PICTURE, "image/jpeg")
    (settings.folder / "jobs.db").write_bytes(b"engine")
    return records


def what_is_in(records: SqlRecords) -> tuple[object, ...]:
    jobs = DurableJobs(records.engine, lambda: NOON)
    return (
        records.boards.board(BoardId("board-1")),
        records.drafts.listed(),
        records.ledger.entries(),
        jobs.statuses(BoardId("board-1")),
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


def test_a_backup_of_a_studio_in_use_comes_back_whole(settings: Settings, tmp_path: Path) -> None:
    records = a_studio_in_use(settings)
    before = what_is_in(records)
    note = bootstrap_backup.back_up(settings, tmp_path / "kept")
    elsewhere = Settings(home=tmp_path / "elsewhere")
    bootstrap_backup.bring_back(elsewhere, tmp_path / "kept", replace=False)
    restored = bootstrap.records(elsewhere)
    assert what_is_in(restored) == before
    assert ledger.verify(restored.ledger.entries(), head=note.ledger_head, length=1) is None
    name = ImageFolder(elsewhere.folder / "images").put(PICTURE, "image/jpeg")
    assert ImageFolder(elsewhere.folder / "images").get(name) == PICTURE
    assert not (elsewhere.folder / "jobs.db").exists()


def test_a_backup_may_be_brought_back_twice(settings: Settings, tmp_path: Path) -> None:
    a_studio_in_use(settings)
    bootstrap_backup.back_up(settings, tmp_path / "kept")
    for place in ("one", "two"):
        bootstrap_backup.bring_back(
            Settings(home=tmp_path / place), tmp_path / "kept", replace=False
        )


def test_a_data_folder_in_use_is_moved_aside_and_not_deleted(
    settings: Settings, tmp_path: Path
) -> None:
    records = a_studio_in_use(settings)
    bootstrap_backup.back_up(settings, tmp_path / "kept")
    records.boards.save(a_board(revision=2, title="Later"))
    records.close()
    with pytest.raises(BadInput, match="is not empty; nothing was brought back"):
        bootstrap_backup.bring_back(settings, tmp_path / "kept", replace=False)
    bootstrap_backup.bring_back(settings, tmp_path / "kept", replace=True)
    assert bootstrap.records(settings).boards.board(BoardId("board-1")).title == "Sea"
    (aside,) = tmp_path.glob("home.before-*")
    later = bootstrap.records(Settings(home=aside))
    assert later.boards.board(BoardId("board-1")).title == "Later"


def test_two_folders_put_aside_in_one_second_are_both_kept(tmp_path: Path) -> None:
    home, aside = tmp_path / "home", tmp_path / "home.before-20261130-120000"
    for words in ("first", "second", "third"):
        (tmp_path / "part").mkdir()
        (tmp_path / "part" / "note").write_text(words)
        swap(tmp_path / "part", home, aside)
    assert [folder.joinpath("note").read_text() for folder in sorted(tmp_path.glob("home*"))] == [
        "third",
        "first",
        "second",
    ]


def test_a_changed_or_missing_file_is_found_and_nothing_is_brought_back(
    settings: Settings, tmp_path: Path
) -> None:
    a_studio_in_use(settings)
    note = bootstrap_backup.back_up(settings, tmp_path / "kept")
    elsewhere = Settings(home=tmp_path / "elsewhere")
    for file in note.files:
        path = tmp_path / "kept" / file.place
        data = path.read_bytes()
        path.write_bytes(data[:-1] + b"?")
        with pytest.raises(BadInput, match="missing or changed; nothing was brought back"):
            bootstrap_backup.bring_back(elsewhere, tmp_path / "kept", replace=False)
        path.write_bytes(data)
    assert not elsewhere.folder.exists()


def test_half_a_backup_and_a_folder_that_is_none_are_refused(
    settings: Settings, tmp_path: Path
) -> None:
    a_studio_in_use(settings)
    bootstrap_backup.back_up(settings, tmp_path / "kept")
    (tmp_path / "kept" / "backup.json").unlink()
    with pytest.raises(NotFound, match="not a finished backup"):
        bootstrap_backup.bring_back(Settings(home=tmp_path / "x"), tmp_path / "kept", replace=False)


def test_a_note_that_points_outside_the_backup_is_refused(
    settings: Settings, tmp_path: Path
) -> None:
    a_studio_in_use(settings)
    bootstrap_backup.back_up(settings, tmp_path / "kept")
    note = tmp_path / "kept" / "backup.json"
    told = json.loads(note.read_text(encoding="utf-8"))
    told["files"][0]["place"] = "../home/toile.db"
    note.write_text(json.dumps(told), encoding="utf-8")
    with pytest.raises(BadInput, match="outside itself"):
        bootstrap_backup.bring_back(Settings(home=tmp_path / "x"), tmp_path / "kept", replace=False)


def test_a_backup_overwrites_nothing(settings: Settings, tmp_path: Path) -> None:
    a_studio_in_use(settings)
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(BadInput, match="overwrites nothing"):
        bootstrap_backup.back_up(settings, tmp_path / "kept")
    with pytest.raises(BadInput, match="inside the data folder"):
        bootstrap_backup.back_up(settings, settings.folder / "kept")


def test_a_cut_ledger_is_not_backed_up_in_silence(settings: Settings, tmp_path: Path) -> None:
    records = a_studio_in_use(settings)
    records.ledger.append(a_fact(what="exported"))
    with records.engine.begin() as connection:
        body = records.ledger.entries()[0].model_dump_json().replace("Ann", "Eve")
        connection.execute(text("UPDATE ledger SET body = :b WHERE number = 1"), {"b": body})
    with pytest.raises(Exception, match="does not hold at entry 1"):
        bootstrap_backup.back_up(settings, tmp_path / "kept")


@pytest.mark.slow
def test_records_on_a_server_go_to_a_file_and_back_to_another_server(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with a_postgres_server(tmp_path_factory) as server:
        first = Settings(home=tmp_path / "home", database_url=an_empty_database(server))
        before = what_is_in(a_studio_in_use(first))
        bootstrap_backup.back_up(first, tmp_path / "kept")
        second = Settings(home=tmp_path / "elsewhere", database_url=an_empty_database(server))
        bootstrap_backup.bring_back(second, tmp_path / "kept", replace=False)
        assert what_is_in(bootstrap.records(second)) == before
    file = f"sqlite:///{tmp_path / 'kept' / 'toile.db'}"
    assert what_is_in(SqlRecords.open(file, now=lambda: NOON, tables=no_tables)) == before


@pytest.mark.slow
def test_records_move_from_a_file_to_a_server_are_backed_up_there_and_move_back(
    settings: Settings, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    before = what_is_in(a_studio_in_use(settings))
    bootstrap_backup.back_up(settings, tmp_path / "as a file")
    with a_postgres_server(tmp_path_factory) as server:
        moved = Settings(home=settings.home, database_url=an_empty_database(server))
        bootstrap_backup.bring_back(moved, tmp_path / "as a file", replace=True)
        assert not (settings.folder / "toile.db").exists()
        bootstrap_backup.back_up(moved, tmp_path / "of the server")
    bootstrap_backup.bring_back(settings, tmp_path / "of the server", replace=True)
    assert what_is_in(bootstrap.records(settings)) == before


@pytest.mark.slow
def test_a_file_of_records_from_before_the_server_is_no_part_of_its_backup(
    settings: Settings, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (settings.folder / "images").mkdir(parents=True)
    old = bootstrap.records(settings)
    old.boards.save(a_board("board-old"))
    old.close()
    with a_postgres_server(tmp_path_factory) as server:
        moved = Settings(home=settings.home, database_url=an_empty_database(server))
        bootstrap.records(moved).boards.save(a_board())
        bootstrap_backup.back_up(moved, tmp_path / "kept")
    restored = Settings(home=tmp_path / "elsewhere")
    bootstrap_backup.bring_back(restored, tmp_path / "kept", replace=False)
    assert [board.id for board in bootstrap.records(restored).boards.listed()] == ["board-1"]


@pytest.mark.slow
def test_a_database_that_holds_records_is_refused_and_nothing_is_left_beside(
    settings: Settings, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    a_studio_in_use(settings)
    bootstrap_backup.back_up(settings, tmp_path / "kept")
    with a_postgres_server(tmp_path_factory) as server:
        filled = Settings(home=tmp_path / "other", database_url=an_empty_database(server))
        a_studio_in_use(filled)
        with pytest.raises(BadInput, match="already holds some"):
            bootstrap_backup.bring_back(filled, tmp_path / "kept", replace=True)
    assert sorted(place.name for place in tmp_path.iterdir()) == ["home", "kept", "other"]

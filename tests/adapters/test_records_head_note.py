"""A ledger cut at its end is found by the note beside the records; a kill between is no cut."""

import os
import time
from pathlib import Path

import pytest
from builders_records import NOON, a_draft, a_fact, a_request, no_tables
from sqlalchemy import text

from toile.adapters.records.head_note import HeadNote
from toile.adapters.records.sql import SqlRecords
from toile.domain import ledger as chain
from toile.domain.errors import ServiceUnavailable


@pytest.fixture
def records(tmp_path: Path) -> SqlRecords:
    return SqlRecords.open(
        f"sqlite:///{tmp_path / 'toile.db'}",
        now=lambda: NOON,
        tables=no_tables,
        ledger_note=tmp_path / "ledger.head",
    )


def delete_from(records: SqlRecords, number: int) -> None:
    with records.engine.begin() as connection:
        for table in ("ledger_twin", "ledger"):
            connection.execute(text(f"DELETE FROM {table} WHERE number >= :n"), {"n": number})


def test_a_whole_ledger_has_no_cut(records: SqlRecords) -> None:
    records.ledger.append(a_fact())
    records.drafts.keep(a_draft(a_request()), a_fact(a_request()))
    assert records.ledger.cut(records.ledger.entries()) is None


def test_a_cut_at_the_end_is_found_though_the_rest_still_links(records: SqlRecords) -> None:
    records.ledger.append(a_fact())
    records.drafts.keep(a_draft(a_request()), a_fact(a_request()))
    delete_from(records, 2)
    entries = records.ledger.entries()
    assert chain.verify(entries) is None
    broken = records.ledger.cut(entries)
    assert broken is not None
    assert broken.number == 2


def test_a_ledger_emptied_or_written_anew_is_found(records: SqlRecords) -> None:
    for _ in range(3):
        records.ledger.append(a_fact())
    delete_from(records, 1)
    assert records.ledger.cut(records.ledger.entries()) is not None
    for _ in range(4):
        records.ledger.append(a_fact(by="Eve"))
    entries = records.ledger.entries()
    assert chain.verify(entries) is None
    broken = records.ledger.cut(entries)
    assert broken is not None
    assert broken.number == 3


def test_a_chain_forged_to_the_noted_length_is_found(tmp_path: Path) -> None:
    note = HeadNote(tmp_path / "ledger.head")
    true, forged = chain.append(None, a_fact()), chain.append(None, a_fact(by="Eve"))
    note.note(true)
    assert note.cut((true,)) is None
    assert note.cut((forged,)) is not None


def test_a_note_that_lags_after_a_kill_is_no_cut(tmp_path: Path) -> None:
    note = HeadNote(tmp_path / "ledger.head")
    first = chain.append(None, a_fact())
    note.note(first)
    assert note.cut((first, chain.append(first, a_fact()))) is None


def test_an_older_entry_never_replaces_a_newer_note(tmp_path: Path) -> None:
    note = HeadNote(tmp_path / "ledger.head")
    first = chain.append(None, a_fact())
    note.note(chain.append(first, a_fact()))
    note.note(first)
    assert note.cut((first,)) is not None


def test_what_a_killed_writer_left_is_swept_by_the_next_and_a_busy_one_is_left_alone(
    tmp_path: Path,
) -> None:
    for name in ("left", "busy"):
        (tmp_path / f".part-{name}").write_text("1 ", encoding="utf-8")
    yesterday = time.time() - 86_400
    os.utime(tmp_path / ".part-left", (yesterday, yesterday))
    HeadNote(tmp_path / "ledger.head").note(chain.append(None, a_fact()))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".part-busy", "ledger.head"]


def test_a_note_changed_by_hand_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "ledger.head").write_text("all is well", encoding="utf-8")
    with pytest.raises(ServiceUnavailable, match="cannot be read"):
        HeadNote(tmp_path / "ledger.head").cut(())

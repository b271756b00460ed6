"""A full disk, a folder that may not be written, a clock that goes back: a sentence, and nothing
lost."""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from builders_records import NOON, StandingClock, a_board, a_draft, a_fact, a_request, no_tables
from cli.conftest import Run, made_world, toile, world

from toile import bootstrap
from toile.adapters.jobs.durable import DurableJobs
from toile.adapters.records.sql import SqlRecords
from toile.bootstrap import backup as bootstrap_backup
from toile.domain import ledger
from toile.domain.errors import ToileError
from toile.domain.ids import BoardId, DraftId
from toile.settings import Settings

__all__ = ["made_world", "toile", "world"]
# linux/prctl.h and linux/capability.h
PR_CAPBSET_DROP, DAC_OVERRIDE, DAC_READ_SEARCH = 24, 1, 2
BRIEF = "Two stills for our web shop in Germany, March 2027: the camel coat, Freya, grey seamless."


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow, as on a disk without space."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def what_is_kept() -> tuple[object, ...]:
    kept = bootstrap.records(Settings())
    boards = [kept.boards.board(line.id) for line in kept.boards.listed()]
    entries = kept.ledger.entries()
    assert ledger.verify(entries) is None
    kept.close()
    return boards, entries, sorted(Path(os.environ["TOILE_HOME"]).glob("images/*/*"))


def test_on_a_full_disk_every_command_says_so_and_nothing_is_lost(
    world: Path, toile: Callable[..., Run], tmp_path: Path
) -> None:
    brief = tmp_path / "brief.txt"
    brief.write_text(BRIEF, encoding="utf-8")
    board = str(bootstrap.studio(Settings()).boards()[0].id)
    before = what_is_kept()
    for words in (
        ("board", "say", board, "make 1 warmer"),
        ("board", "new", str(brief)),
        ("board", "export", board, "--format", "csv"),
        ("draft", board, "1"),
        ("share", "make", board),
        ("backup", str(tmp_path / "kept")),
        ("guidelines", "add", str(brief), "--brand", "maison-orel"),
    ):
        with full_disk():
            told = toile(*words)
        assert told.code in (2, 3), (words, told)
        assert "Traceback" not in told.err
        assert "A fault of Toile" not in told.err
        assert len(told.err.strip().splitlines()) == 1, (words, told.err)
        assert what_is_kept() == before, words
    assert toile("board", "say", board, "make 1 warmer").code == 0
    assert not list(world.rglob(".part-*"))


def bound_by_rights() -> None:
    """Give up, for what is run next, root's own right to write what is read-only."""
    if os.geteuid() == 0:
        system = ctypes.CDLL(None, use_errno=True)
        for right in (DAC_OVERRIDE, DAC_READ_SEARCH):
            if system.prctl(PR_CAPBSET_DROP, right, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "the rights of root cannot be given up")


def test_in_a_folder_that_may_not_be_written_every_command_says_so(
    world: Path, toile: Callable[..., Run]
) -> None:
    board = str(bootstrap.studio(Settings()).boards()[0].id)
    before = what_is_kept()
    places = [world, *(place for place in world.rglob("*"))]
    for place in places:
        place.chmod(0o500 if place.is_dir() else 0o400)
    try:
        for words in (("board", "say", board, "make 1 warmer"), ("draft", board, "1")):
            told = subprocess.run(
                [sys.executable, "-m", "toile", *words],
                capture_output=True, text=True, preexec_fn=bound_by_rights,
            )  # fmt: skip
            assert told.returncode in (2, 3), (words, told)
            assert "Traceback" not in told.stderr
            assert "A fault of Toile" not in told.stderr
            assert len(told.stderr.strip().splitlines()) == 1, told.stderr
    finally:
        for place in places:
            place.chmod(0o700)
    assert what_is_kept() == before
    assert toile("board", "say", board, "make 1 warmer").code == 0


def test_a_clock_that_goes_back_loses_nothing_and_counts_nothing_below_none(
    tmp_path: Path,
) -> None:
    clock = StandingClock()
    records = SqlRecords.open(f"sqlite:///{tmp_path / 'toile.db'}", now=clock.now, tables=no_tables)
    jobs = DurableJobs(records.engine, clock.now)
    records.boards.save(a_board())
    jobs.submit(a_request())
    jobs.report(a_request().id, "running", step="blocking", share=0.2)
    records.ledger.append(a_fact(a_request()))
    clock.at = NOON - timedelta(hours=3)
    records.boards.save(a_board(revision=2, title="Later by hand", at=clock.at))
    records.drafts.keep(a_draft(a_request(), clock.at), a_fact(a_request(), at=clock.at))
    jobs.report(a_request().id, "finished")
    jobs.submit(a_request(8))
    assert records.boards.board(BoardId("board-1")).title == "Later by hand"
    assert ledger.verify(records.ledger.entries()) is None
    assert records.drafts.draft(DraftId(a_request().id)) is not None
    states = {status.id: status for status in jobs.statuses(BoardId("board-1"))}
    assert states[a_request().id].state == "finished"
    waiting = states[a_request(8).id]
    assert waiting.state == "queued"
    assert waiting.eta_seconds is None or waiting.eta_seconds >= 0


def test_a_backup_brought_back_is_the_studio_as_it_was(world: Path, tmp_path: Path) -> None:
    before = what_is_kept()
    bootstrap_backup.back_up(Settings(), tmp_path / "kept")
    shutil.rmtree(world)
    bootstrap_backup.bring_back(Settings(), tmp_path / "kept", replace=False)
    assert what_is_kept() == before


def test_a_backup_that_stops_half_way_is_never_taken_for_one(world: Path, tmp_path: Path) -> None:
    with full_disk(), pytest.raises(ToileError):
        bootstrap_backup.back_up(Settings(), tmp_path / "kept")
    with pytest.raises(ToileError, match="not a finished backup"):
        bootstrap_backup.bring_back(Settings(), tmp_path / "kept", replace=True)
    assert what_is_kept()

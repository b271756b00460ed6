"""The wiring of backups: a whole data folder out, checked, and in again.

Beside ``bootstrap`` so that each stays one page; these alone name concrete adapters.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from toile import __version__, bootstrap
from toile.domain import ledger
from toile.domain.errors import ServiceUnavailable
from toile.settings import Settings

if TYPE_CHECKING:
    from toile.adapters.backups.note import BackupNote
    from toile.adapters.records.sql import SqlRecords

RECORDS = "toile.db"


def back_up(settings: Settings, into: Path) -> "BackupNote":
    """Copy the data folder and the records, wherever they live, and check the copy."""
    from toile.adapters.backups.folder import check, copy_out, kept_files, write_note
    from toile.adapters.backups.note import BackupNote
    from toile.adapters.backups.rows import copy_rows
    from toile.adapters.system import SystemClock

    # Where the records live on a server, a file of them is what was there before they moved.
    copy_out(settings.folder, into, without=(RECORDS,) if settings.database_url else ())
    kept = _records_in(into)
    if settings.database_url:
        live = bootstrap.records(settings)
        copy_rows(live.engine, kept.engine)
        live.close()
    length, head = _ledger_end(kept)
    kept.close()
    note = BackupNote(
        made_at=SystemClock().now(),
        toile=__version__,
        ledger_length=length,
        ledger_head=head,
        files=kept_files(into),
    )
    check(into, note)
    write_note(into, note)
    return note


def bring_back(settings: Settings, folder: Path, *, replace: bool) -> "BackupNote":
    """Check a backup and put it in place of the data folder; what was there is moved aside."""
    from toile.adapters.backups.folder import check, read_note, staged, swap
    from toile.adapters.system import SystemClock

    note = read_note(folder)
    check(folder, note)
    home = settings.folder
    with staged(folder, note, home, replace=replace) as part:
        _bring_records(settings, part, note)
        swap(part, home, home.with_name(f"{home.name}.before-{SystemClock().now():%Y%m%d-%H%M%S}"))
    return note


def _bring_records(settings: Settings, part: Path, note: "BackupNote") -> None:
    from toile.adapters.backups.rows import copy_rows

    kept = _records_in(part)
    _same_end(kept, note)
    if settings.database_url:
        live = bootstrap.records(settings)
        copy_rows(kept.engine, live.engine)
        live.close()
    kept.close()
    if settings.database_url:
        # A second copy would grow old beside the server's, under rights of its own.
        (part / RECORDS).unlink()


def _records_in(folder: Path) -> "SqlRecords":
    from toile.adapters.records.sql import SqlRecords
    from toile.adapters.system import SystemClock

    url = f"sqlite:///{folder / RECORDS}"
    return SqlRecords.open(url, now=SystemClock().now, tables=bootstrap.rights_tables)


def _ledger_end(records: "SqlRecords") -> tuple[int, str]:
    entries = records.ledger.entries()
    broken = ledger.verify(entries)
    if broken is not None:
        raise ServiceUnavailable(
            f"The ledger does not hold at entry {broken.number}: {broken.why}.",
            hint="The copy is unfinished. `toile ledger verify` says more.",
        )
    return len(entries), entries[-1].hash if entries else ledger.START


def _same_end(records: "SqlRecords", note: "BackupNote") -> None:
    if _ledger_end(records) != (note.ledger_length, note.ledger_head):
        raise ServiceUnavailable("The ledger brought back does not end where the backup noted.")

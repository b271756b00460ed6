"""The day after: everything that was promised is looked for with fresh eyes.

``faults`` yields a sentence for everything that was lost, doubled, left lying or let out unmarked.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import text
from trust.people_at_work import digest

from toile import bootstrap
from toile.domain import ledger
from toile.domain.drafts import DraftStatus
from toile.domain.errors import BadInput
from toile.domain.ids import BoardId, DraftId
from toile.settings import Settings
from toile.workflow.studio import Studio

PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF", b"GIF8", b"BM")


def faults(settings: Settings) -> Iterator[str]:
    """Yield a sentence for everything that is not as it must be after the day."""
    promised = [json.loads(line) for line in _lines(settings.folder.parent / "promised.log")]
    studio, kept = bootstrap.studio(settings), bootstrap.records(settings)
    yield from _lost_changes(kept, promised)
    yield from _drafts_wrong(studio, kept, promised)
    yield from _unmarked(settings, kept)
    yield from _ledger_wrong(kept)
    yield from _counts_wrong(kept)
    yield from _tracebacks(settings)
    kept.close()


def tally(settings: Settings) -> Counter[str]:
    """Return how much was promised, by kind, and how much was drawn."""
    promised = [json.loads(line) for line in _lines(settings.folder.parent / "promised.log")]
    counted = Counter(str(one["kind"]) for one in promised)
    counted["drawn"] = len(bootstrap.records(settings).drafts.listed())
    states = Counter(status.state for status in statuses(bootstrap.studio(settings)))
    counted["given up after three kills"] = states["failed"]
    counted["exported pictures"] = sum(one.get("shots", 0) for one in promised)
    return counted


def _lost_changes(kept: Any, promised: list[dict[str, Any]]) -> Iterator[str]:
    for one in (one for one in promised if one["kind"] == "board"):
        board = kept.boards.board(BoardId(one["id"]), one["revision"])
        if digest(board) != one["digest"]:
            yield f"board {one['id']} revision {one['revision']} is not what was promised"


def _drafts_wrong(studio: Studio, kept: Any, promised: list[dict[str, Any]]) -> Iterator[str]:
    drawn = Counter(
        entry.fact.draft for entry in kept.ledger.entries() if entry.fact.what == "drafted"
    )
    known = {status.id: status for status in statuses(studio)}
    for draft in dict.fromkeys(one["draft"] for one in promised if one["kind"] == "asked"):
        status = known.get(draft)
        if status is None:
            yield f"draft {draft[:8]} was promised and nobody knows of it"
        elif status.state in ("queued", "running") or _failed_oddly(status):
            yield f"draft {draft[:8]} was left {status.state}: {status.say}"
    for draft, status in known.items():
        on_file = kept.drafts.draft(DraftId(draft)) is not None
        if (status.state == "finished") != on_file:
            yield f"draft {draft[:8]} is {status.state} and {'on' if on_file else 'not on'} file"
        if drawn[draft] != on_file:
            yield f"draft {draft[:8]} stands {drawn[draft]} times in the ledger"


def _failed_oddly(status: DraftStatus) -> bool:
    # A draft that three workers died over is given up aloud, lest it kill every worker to come.
    return status.state == "failed" and "worker stopped" not in status.say


def _unmarked(settings: Settings, kept: Any) -> Iterator[str]:
    issued = tuple(int(line.id[:16], 16) for line in kept.drafts.listed())
    issued += tuple(int(status.id[:16], 16) for status in statuses(bootstrap.studio(settings)))
    marker = bootstrap.marker(settings)
    for file in _files(settings):
        data = file.read_bytes()
        if not data.startswith(PICTURES):
            continue
        try:
            marked = marker.read(data, issued).mark_id is not None
        except BadInput:
            # Cut short in writing, it holds no picture that anybody can open; it is swept later.
            marked = file.name.startswith(".part-")
        if not marked:
            yield f"{file.name} is a picture without our mark"


def _ledger_wrong(kept: Any) -> Iterator[str]:
    entries = kept.ledger.entries()
    if broken := ledger.verify(entries) or kept.ledger.cut(entries):
        yield f"the ledger breaks at {broken.number}: {broken.why}"


def _counts_wrong(kept: Any) -> Iterator[str]:
    left: set[tuple[str, str]] = {
        (licence, entry.fact.draft)
        for entry in kept.ledger.entries()
        if entry.fact.what == "exported"
        for licence in entry.fact.licences
    }
    with kept.engine.connect() as connection:
        rows = connection.execute(text("SELECT licence, key, state FROM reservation")).all()
    counted = {(row.licence, row.key) for row in rows if row.state == "committed"}
    for licence, key in counted ^ left:
        where = "counted, and no export says so" if (licence, key) in counted else "not counted"
        yield f"a unit of {licence} for draft {str(key)[:8]} is {where}"


def _tracebacks(settings: Settings) -> Iterator[str]:
    said = (settings.folder.parent / "said.log").read_text(encoding="utf-8", errors="replace")
    for block in said.split("Traceback (most recent call last)")[1:]:
        last = [line for line in block.splitlines()[1:] if line and not line[0].isspace()]
        yield f"a traceback: {last[0][:160] if last else 'cut short'}"


def _files(settings: Settings) -> Iterator[Path]:
    for folder in (settings.folder, settings.folder.parent / "scratch"):
        yield from (file for file in folder.rglob("*") if file.is_file())


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def statuses(studio: Studio) -> tuple[DraftStatus, ...]:
    """Return where every draft of every board stands."""
    boards = [studio.board(line.id) for line in studio.boards()]
    return tuple(status for board in boards for status in studio.statuses(board))

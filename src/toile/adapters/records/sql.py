"""``SqlRecords``: every table group behind one door, opened by URL and brought up to date."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from toile.adapters.records.boards import SqlBoards
from toile.adapters.records.counts import SqlCounts
from toile.adapters.records.drafts import SqlDrafts
from toile.adapters.records.engine import engine_for
from toile.adapters.records.head_note import HeadNote
from toile.adapters.records.ledger import SqlLedger
from toile.adapters.records.registry import SqlRegistry
from toile.adapters.records.schema import upgrade
from toile.adapters.records.shares import SqlShares
from toile.adapters.records.world import SqlWorld
from toile.domain.errors import ServiceUnavailable
from toile.domain.rights.world import RightsTables


@dataclass(frozen=True)
class SqlRecords:
    """The records of one studio; ``engine`` is shared with the jobs, whose rows live beside."""

    engine: Engine
    boards: SqlBoards
    registry: SqlRegistry
    world: SqlWorld
    drafts: SqlDrafts
    ledger: SqlLedger
    counts: SqlCounts
    shares: SqlShares

    @classmethod
    def open(
        cls,
        url: str,
        *,
        now: Callable[[], datetime],
        tables: Callable[[], RightsTables],
        ledger_note: Path | None = None,
    ) -> "SqlRecords":
        """Open the records at a URL, made or upgraded first; ``tables`` gives the dated law.

        In ``ledger_note`` the end of the ledger is noted, so that a cut there shows.
        """
        engine = engine_for(url)
        _make_folder(engine)
        upgrade(engine)
        note = None if ledger_note is None else HeadNote(ledger_note)
        return cls(
            engine=engine,
            boards=SqlBoards(engine),
            registry=SqlRegistry(engine),
            world=SqlWorld(engine, tables),
            drafts=SqlDrafts(engine, note),
            ledger=SqlLedger(engine, note),
            counts=SqlCounts(engine, now, note),
            shares=SqlShares(engine),
        )

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()


def _make_folder(engine: Engine) -> None:
    file = engine.url.database
    if engine.dialect.name != "sqlite" or not file or file == ":memory:":
        return
    try:
        Path(file).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ServiceUnavailable(
            "The data folder cannot be made.",
            hint="Check the place, or choose another with TOILE_HOME.",
        ) from error

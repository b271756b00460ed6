"""Boards with every revision; a revision is stored only over the one before it."""

from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, insert, select, update
from sqlalchemy.exc import IntegrityError

from toile.adapters.records.documents import as_instant, as_text, value_of
from toile.adapters.records.engine import reading, writing
from toile.adapters.records.kept_boards import KeptBoards
from toile.adapters.records.tables import board as boards
from toile.adapters.records.tables import board_revision as revisions
from toile.domain.board import Board
from toile.domain.errors import CommandRefused, NotFound
from toile.domain.ids import BoardId, BrandId
from toile.workflow.values import BoardLine


class SqlBoards:
    """The ``Boards`` port in SQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept = KeptBoards()

    def save(self, board: Board) -> None:
        """Store a revision over the one before it; refuse when another tab was first."""
        body = board.model_dump_json()
        with writing(self._engine) as connection:
            try:
                fits = _put_head(connection, board)
            except IntegrityError as error:
                raise _other_tab(board) from error
            if not fits:
                raise _other_tab(board)
            connection.execute(
                insert(revisions).values(board=board.id, revision=board.revision, body=body)
            )
        # What was just stored is what the next page reads.
        self._kept.put(board, len(body))

    def board(self, board_id: BoardId, revision: int | None = None) -> Board:
        """Return the newest revision, or the one asked for."""
        with reading(self._engine) as connection:
            number = connection.scalar(_asked(board_id, revision))
            if number is None:
                raise _missing(board_id, revision)
            if kept := self._kept.get(board_id, number):
                return kept
            body: str = connection.execute(
                select(revisions.c.body).where(
                    revisions.c.board == board_id, revisions.c.revision == number
                )
            ).scalar_one()
        found = value_of(Board, body)
        self._kept.put(found, len(body))
        return found

    def line(self, board_id: BoardId) -> BoardLine | None:
        """Return what a list says of a board, without reading the board itself."""
        with reading(self._engine) as connection:
            row = connection.execute(select(boards).where(boards.c.id == board_id)).one_or_none()
        return _line(row) if row else None

    def listed(self, brand: str | None = None) -> tuple[BoardLine, ...]:
        """Return a line a board, newest change first."""
        asked = select(boards).order_by(boards.c.changed_at.desc(), boards.c.id)
        if brand is not None:
            asked = asked.where(boards.c.brand == brand)
        with reading(self._engine) as connection:
            rows = connection.execute(asked).all()
        return tuple(_line(row) for row in rows)


def _asked(board_id: BoardId, revision: int | None) -> Select[int]:
    if revision is None:
        return select(boards.c.revision).where(boards.c.id == board_id)
    return select(revisions.c.revision).where(
        revisions.c.board == board_id, revisions.c.revision == revision
    )


def _line(row: Row[Any]) -> BoardLine:
    return BoardLine(
        id=BoardId(row.id),
        title=row.title,
        brand=BrandId(row.brand),
        revision=row.revision,
        shots=row.shots,
        changed_at=as_instant(row.changed_at),
        demo=row.demo,
    )


def _put_head(connection: Connection, board: Board) -> bool:
    head = {
        "revision": board.revision,
        "brand": board.brand,
        "title": board.title,
        "shots": len(board.panels),
        "changed_at": as_text(board.at),
        "demo": board.demo,
    }
    if board.revision == 1:
        connection.execute(insert(boards).values(id=board.id, **head))
        return True
    over = update(boards).where(boards.c.id == board.id, boards.c.revision == board.revision - 1)
    return connection.execute(over.values(**head)).rowcount == 1


def _other_tab(board: Board) -> CommandRefused:
    return CommandRefused(
        f"“{board.title}” changed in another tab while this was being done; nothing was lost.",
        hint="The newest board is shown after a reload; then say it again.",
    )


def _missing(board_id: BoardId, revision: int | None) -> NotFound:
    if revision is None:
        return NotFound(f"There is no board {board_id}.", hint="`toile board list` tells them.")
    return NotFound(f"Board {board_id} has no revision {revision}.")

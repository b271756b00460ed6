"""Review links in SQL: found by the hash of their token, never by the token."""

from datetime import datetime

from sqlalchemy import Engine, delete, func, insert, select, update

from toile.adapters.records.documents import as_text, value_of
from toile.adapters.records.engine import reading, writing
from toile.adapters.records.tables import share as shares
from toile.adapters.records.tables import wrong_guess as guesses
from toile.domain.errors import NotFound
from toile.domain.ids import BoardId
from toile.domain.sharing import WINDOW, Share


class SqlShares:
    """The ``Shares`` port in SQL."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, share: Share) -> None:
        """Put a new link on file."""
        with writing(self._engine) as connection:
            connection.execute(
                insert(shares).values(
                    id=share.id,
                    token_hash=share.token_hash,
                    board=share.board,
                    body=share.model_dump_json(),
                )
            )

    def share(self, share_id: str) -> Share:
        """Return a link; raises ``NotFound``."""
        with reading(self._engine) as connection:
            body = connection.scalar(select(shares.c.body).where(shares.c.id == share_id))
        if body is None:
            raise NotFound("There is no such link.", hint="`toile share list` shows them.")
        return value_of(Share, body)

    def by_hash(self, token_hash: str) -> Share | None:
        """Return the link whose token hashes so, or ``None``."""
        asked = select(shares.c.body).where(shares.c.token_hash == token_hash)
        with reading(self._engine) as connection:
            body = connection.scalar(asked)
        return None if body is None else value_of(Share, body)

    def listed(self, board: BoardId) -> tuple[Share, ...]:
        """Return the links of a board, newest first."""
        with reading(self._engine) as connection:
            rows = connection.scalars(select(shares.c.body).where(shares.c.board == board)).all()
        found = (value_of(Share, body) for body in rows)
        return tuple(sorted(found, key=lambda share: share.at, reverse=True))

    def take_back(self, share_id: str, at: datetime) -> None:
        """Close a link; one that is closed keeps the first instant."""
        with writing(self._engine) as connection:
            body = connection.scalar(select(shares.c.body).where(shares.c.id == share_id))
            if body is None:
                raise NotFound("There is no such link.")
            found = value_of(Share, body)
            if found.taken_back is not None:
                return
            closed = found.model_copy(update={"taken_back": at})
            connection.execute(
                update(shares).where(shares.c.id == share_id).values(body=closed.model_dump_json())
            )

    def wrong(self, at_what: str, at: datetime) -> int:
        """Note a guess as wrong and return its number; those that no longer count are forgotten."""
        with writing(self._engine) as connection:
            connection.execute(delete(guesses).where(guesses.c.at < as_text(at - WINDOW)))
            noted = insert(guesses).values(at_what=at_what, at=as_text(at))
            return int(connection.execute(noted.returning(guesses.c.number)).scalar_one())

    def forgive(self, number: int) -> None:
        """Forget a guess that turned out to be right."""
        with writing(self._engine) as connection:
            connection.execute(delete(guesses).where(guesses.c.number == number))

    def wrongs(self, at_what: str, since: datetime) -> int:
        """Return how many wrong guesses were made since."""
        asked = select(func.count()).where(
            guesses.c.at_what == at_what, guesses.c.at >= as_text(since)
        )
        with reading(self._engine) as connection:
            return int(connection.scalar(asked) or 0)

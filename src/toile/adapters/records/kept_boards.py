"""Boards already read, by revision: a revision never changes once stored, so it is read once.

Belongs here: what to keep and for how long. Does not: where boards are stored.
"""

from collections import OrderedDict
from threading import Lock

from toile.domain.board import Board
from toile.domain.ids import BoardId

# In letters of JSON; a board in memory takes five to six bytes a letter.
MOST_LETTERS = 24_000_000
Revision = tuple[BoardId, int]


class KeptBoards:
    """Keep the boards read last, as long as they fit; safe for many threads."""

    def __init__(self, most: int = MOST_LETTERS) -> None:
        self._most, self._letters, self._lock = most, 0, Lock()
        self._boards: OrderedDict[Revision, tuple[Board, int]] = OrderedDict()

    def get(self, board: BoardId, revision: int) -> Board | None:
        """Return a revision that was read before."""
        with self._lock:
            found = self._boards.get((board, revision))
            if found is None:
                return None
            self._boards.move_to_end((board, revision))
            return found[0]

    def put(self, board: Board, letters: int) -> None:
        """Keep a revision, letting the ones longest unread go."""
        with self._lock:
            if letters > self._most or (board.id, board.revision) in self._boards:
                return
            self._boards[(board.id, board.revision)] = (board, letters)
            self._letters += letters
            while self._letters > self._most:
                _, (_, gone) = self._boards.popitem(last=False)
                self._letters -= gone

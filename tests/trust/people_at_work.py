"""One person at work, as a process that may be killed: ``people_at_work.py NAME SEED``.

Talks, reviews, asks for drafts and exports by the studio's own verbs, in the data folder that
``TOILE_HOME`` names. What a verb has returned is promised: a line of ``promised.log``, synced.
"""

import hashlib
import json
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from toile import bootstrap
from toile.domain.board import Board
from toile.domain.drafts import DraftRequest
from toile.domain.errors import CommandRefused, ToileError
from toile.settings import Settings
from toile.workflow.studio import Studio

# Small enough to be drawn between two kills, large enough to carry the invisible mark.
SIZE = {"width": 320, "height": 400}
SAYINGS = (
    "make 1 warmer",
    "shot 2 closer",
    "3 from lower",
    "make the coat in 1 camel",
    "undo",
    "add a close-up of the hem",
    "swap 1 and 2",
)


class Promises:
    """What was returned to a person, written down before the next thing is done."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def note(self, kind: str, **facts: object) -> None:
        with open(self.file, "a", encoding="utf-8") as log:
            log.write(json.dumps({"kind": kind, **facts}) + "\n")
            log.flush()
            os.fsync(log.fileno())

    def board(self, board: Board) -> None:
        self.note("board", id=board.id, revision=board.revision, digest=digest(board))


def digest(board: Board) -> str:
    return hashlib.sha256(board.model_dump_json().encode()).hexdigest()


def small(request: DraftRequest, seed: int) -> DraftRequest:
    # Every other one is a preview, which takes a third of the work.
    quality = "draft" if seed % 2 else "preview"
    return request.model_copy(update={**SIZE, "quality": quality, "seed": seed})


class PersonAtWork:
    """One seeded person; every act is a verb of the studio."""

    def __init__(self, studio: Studio, name: str, seed: int, promises: Promises) -> None:
        self.studio, self.name = studio, name
        self.chance, self.promises = random.Random(seed), promises
        self.acts: tuple[Callable[[Board], Any], ...] = (
            self.talk, self.talk, self.star, self.pin, self.ask, self.ask, self.export,
        )  # fmt: skip

    def work(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            board = self.studio.board(self.chance.choice(self.studio.boards()).id)
            try:
                self.chance.choice(self.acts)(board)
            except CommandRefused:
                # Another person was first, or the board says no: nothing was promised.
                time.sleep(0.01)

    def talk(self, board: Board) -> None:
        proposal = self.studio.propose(board, self.chance.choice(SAYINGS))
        self.promises.board(self.studio.apply(board, proposal, by=self.name))

    def star(self, board: Board) -> None:
        panel = self.chance.choice(board.panels)
        self.promises.board(self.studio.star(board, panel.id, panel.current, by=self.name))

    def pin(self, board: Board) -> None:
        panel = self.chance.choice(board.panels)
        said = f"Look at the hem, {self.chance.randrange(10_000)}"
        noted = self.studio.comment(
            board, panel.id, panel.current, said, by=self.name, x=0.5, y=0.5
        )
        self.promises.board(noted)

    def ask(self, board: Board, seed: int | None = None) -> None:
        asked = self.studio.asks.request(board, self.chance.choice(board.panels), self.name)
        if isinstance(asked, str) or self._waiting(board) > 0:
            return
        request = small(asked, self.chance.randrange(10**6) if seed is None else seed)
        self.studio.asks.jobs.submit(request)
        self.promises.note("asked", board=board.id, draft=request.id)

    def export(self, board: Board) -> None:
        made = self.studio.export(board, "pdf", by=self.name)
        made.file.close()
        self.promises.note("exported", board=board.id, shots=made.shots)

    def _waiting(self, board: Board) -> int:
        return sum(one.state in ("queued", "running") for one in self.studio.statuses(board))


def main(name: str, seed: int, seconds: float) -> None:
    settings = Settings()
    promises = Promises(settings.folder.parent / "promised.log")
    try:
        PersonAtWork(bootstrap.studio(settings), name, seed, promises).work(seconds)
    except ToileError as error:
        # A sentence is what a person would have read; only a traceback is a fault.
        promises.note("told", say=str(error))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))

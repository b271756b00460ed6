"""The last steps of a draft, and a worker that ends itself, as a kill does, when one begins.

By time these are hardly ever met, since they are short. ``die_at`` is for a process of its own.
"""

import os
import signal
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from toile.adapters.images import folder
from toile.adapters.jobs.ending import Ending
from toile.adapters.marks.chain import MarkChain
from toile.adapters.provenance.c2pa_signing import C2paSigner
from toile.adapters.records import drafts
from toile.adapters.records.drafts import SqlDrafts
from toile.adapters.records.head_note import HeadNote

Hook = Callable[[Callable[[], None]], None]


def _before(owner: Any, name: str, reached: Callable[[], None]) -> None:
    taken = getattr(owner, name)

    def first_reached(*args: Any, **kwargs: Any) -> Any:
        reached()
        return taken(*args, **kwargs)

    setattr(owner, name, first_reached)


def _after(owner: Any, name: str, reached: Callable[[], None]) -> None:
    taken = getattr(owner, name)

    def then_reached(*args: Any, **kwargs: Any) -> Any:
        given = taken(*args, **kwargs)
        reached()
        return given

    setattr(owner, name, then_reached)


@dataclass
class _Whole:
    """Whether the whole picture is in work; the small one that forms is marked and stored, too."""

    begun: bool = False
    stored: int = 0


def _in_whole(hook: Hook, reached: Callable[[], None], *, stored: int = 0) -> None:
    """Hook in where only the whole picture counts, and only once so many files are stored."""
    whole, turn = _Whole(), threading.Lock()

    def counted() -> None:
        with turn:
            if whole.begun and (whole.stored == stored or not stored):
                reached()

    def put() -> None:
        whole.stored += whole.begun

    _before(MarkChain, "sizes", lambda: setattr(whole, "begun", True))
    _after(folder.ImageFolder, "put", put)
    hook(counted)


STEPS: Mapping[str, Hook] = {
    "drawn": partial(_before, MarkChain, "sizes"),
    "marked": partial(_in_whole, partial(_before, C2paSigner, "sign")),
    "one copy signed": partial(_in_whole, partial(_after, C2paSigner, "sign")),
    "signed": partial(_after, MarkChain, "sizes"),
    "a file half stored": partial(_in_whole, partial(_before, os, "replace")),
    "one file stored": partial(_in_whole, partial(_after, folder.ImageFolder, "put"), stored=1),
    "stored": partial(_before, SqlDrafts, "keep"),
    "half in the records": partial(_after, drafts, "_insert"),
    "in the records": partial(_before, HeadNote, "note"),
    "kept": partial(_after, SqlDrafts, "keep"),
    "told": partial(_after, Ending, "__exit__"),
}
# By then the draft is there: whoever comes next finds it.
LAST = "told"


def die_at(step: str, log: Path) -> None:
    """Have this process write the step down and kill itself, when a draft gets to it."""

    def end() -> None:
        with open(log, "a", encoding="utf-8") as file:
            file.write(f"{step}\n")
        os.kill(os.getpid(), signal.SIGKILL)

    STEPS[step](end)

"""What files on their way out are written to, and how many are made at once."""

import tempfile
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition
from typing import BinaryIO, cast

from toile.domain.errors import ServiceUnavailable

# Whoever waits is told this often, in seconds, how many are still before them.
TOLD_EVERY = 1.0


def blank(folder: Path) -> BinaryIO:
    """Return a file without a name: nobody else can open it, and it ends with whoever holds it.

    On the disk of the data folder, since the temporary folder of many systems is memory.
    """
    try:
        return cast("BinaryIO", tempfile.TemporaryFile(dir=folder))
    except OSError as error:
        raise ServiceUnavailable(
            "No file can be written in the data folder.",
            hint=f"Run `toile doctor`. The system said: {error.strerror or error}.",
        ) from error


class InOrder:
    """So many at once, the others one by one as they came: ``turn`` is what ``Release`` asks."""

    def __init__(self, at_once: int) -> None:
        self._at_once = self._free = at_once
        self._line, self._changed = deque[object](), Condition()

    @contextmanager
    def turn(self, told: Callable[[int], None]) -> Iterator[None]:
        """Wait for a turn and hold it; leaves the line with whatever ``told`` raises."""
        self._take(told)
        try:
            told(0)
            yield
        finally:
            with self._changed:
                self._free += 1
                self._changed.notify_all()

    def _take(self, told: Callable[[int], None]) -> None:
        me = object()
        with self._changed:
            self._line.append(me)
        try:
            while (before := self._before(me)) is not None:
                told(before)
                with self._changed:
                    self._changed.wait_for(lambda: self._is_next(me), TOLD_EVERY)
        finally:
            with self._changed:
                self._line.remove(me)
                self._changed.notify_all()

    def _before(self, me: object) -> int | None:
        """Return how many come first, or take the turn and return ``None``."""
        with self._changed:
            if self._is_next(me):
                self._free -= 1
                return None
            return self._at_once - self._free + self._line.index(me)

    def _is_next(self, me: object) -> bool:
        return self._free > 0 and self._line[0] is me

"""Where the ledger ended, noted in a file beside the records: a chain cut at its end still links.

The note may lag behind by an entry after a kill, so it is a lower bound: the noted entry must be in
the chain. Knows nothing of what entries say.
"""

import errno
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from toile.domain.errors import ServiceUnavailable
from toile.domain.ledger import START, Break, LedgerEntry

_PART = ".part-"
# A note is written in no time: whoever began one so long ago was killed.
_LEFT_SECONDS = 3600


class HeadNote:
    """The number and hash of the newest entry this machine has written."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def note(self, entry: LedgerEntry) -> None:
        """Note an entry, unless a newer one is noted or it does not follow the noted one."""
        number, digest = self._noted()
        if entry.number <= number:
            return
        if entry.number == number + 1 and entry.previous != digest:
            # The chain was written anew; the old note stays, so that it shows.
            return
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(f"{entry.number} {entry.hash}\n")
        except OSError as error:
            # The entry itself is stored; a note that lags is still a true lower bound.
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise ServiceUnavailable(
                    "The end of the ledger could not be noted in the data folder.",
                    hint=f"The system said: {error.strerror or error}.",
                ) from error

    def cut(self, entries: Sequence[LedgerEntry]) -> Break | None:
        """Return what is missing at the end of a whole chain, or ``None``."""
        number, digest = self._noted()
        if number > len(entries):
            return Break(
                number=len(entries) + 1,
                why=f"{number} entries were noted beside the records, {len(entries)} are here",
            )
        if number and entries[number - 1].hash != digest:
            return Break(number=number, why="it is not the entry that was noted beside the records")
        return None

    def _write(self, words: str) -> None:
        handle, beside = tempfile.mkstemp(dir=self._file.parent, prefix=_PART)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                self._sweep(os.fstat(file.fileno()).st_mtime - _LEFT_SECONDS)
                file.write(words)
            os.replace(beside, self._file)
        finally:
            # In place by now, or not written: either way nothing is left beside.
            Path(beside).unlink(missing_ok=True)

    def _sweep(self, before: float) -> None:
        for left in self._file.parent.glob(f"{_PART}*"):
            # Another writer may sweep at the same moment.
            with suppress(FileNotFoundError):
                if left.stat().st_mtime < before:
                    left.unlink()

    def _noted(self) -> tuple[int, str]:
        try:
            number, digest = self._file.read_text(encoding="utf-8").split()
            return int(number), digest
        except FileNotFoundError:
            return 0, START
        except (OSError, ValueError) as error:
            raise ServiceUnavailable(
                f"The note of the ledger's end, {self._file.name}, cannot be read.",
                hint="Someone changed it. Compare the ledger with an export or a backup, "
                "then delete the note.",
            ) from error

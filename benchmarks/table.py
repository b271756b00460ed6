"""One row of the common table, and how rows are printed and kept.

Every benchmark yields rows; ``together.py`` puts them into one table.
"""

import json
import os
import platform
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version

# Of these less is better; of everything else more is.
TIMES = ("ms", "s")
SHOWN = ("numpy", "chromadb", "mitsuba", "numba", "sqlalchemy", "dbos", "streamlit", "torch")
HEAD = ("part", "what", "Toile", "beside it", "is", "Toile is")


@dataclass(frozen=True)
class Row:
    """One figure, and that of a named peer for the same work in the same run, where there is one.

    A row without a value says in ``what`` why it was not measured.
    """

    what: str
    value: float | None = None
    unit: str = ""
    peer: str = ""
    theirs: float | None = None

    @property
    def ratio(self) -> float | None:
        """Return how many times as good as the peer: 2 is twice as fast, or twice as many."""
        if not self.value or not self.theirs:
            return None
        by = self.theirs / self.value
        return by if self.unit in TIMES else 1 / by


def to_line(row: Row) -> str:
    """Return a row as one line of JSON."""
    return json.dumps(asdict(row))


def from_line(line: str) -> Row:
    """Return the row of one line of JSON."""
    return Row(**json.loads(line))


def machine() -> str:
    """Return what was measured on: processor, its load, systems and versions."""
    held = ", ".join(f"{name} {found}" for name in SHOWN if (found := _version(name)))
    return (
        f"{_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}; "
        f"{platform.system()}, Python {platform.python_version()}; {held}"
    )


def cells(part: str, row: Row) -> tuple[str, ...]:
    """Return what stands in the columns."""
    ratio = f"{row.ratio:.3g} × as good" if row.ratio else ""
    return (part, row.what, _figure(row.value, row.unit), row.peer,
            _figure(row.theirs, row.unit), ratio)  # fmt: skip


def plain(lines: Sequence[tuple[str, ...]]) -> str:
    """Return the table for a screen."""
    wide = [max(len(line[at]) for line in (HEAD, *lines)) for at in range(len(HEAD))]
    return "\n".join(
        "  ".join(cell.ljust(room) for cell, room in zip(line, wide, strict=True)).rstrip()
        for line in (HEAD, *lines)
    )


def markdown(lines: Iterable[tuple[str, ...]]) -> str:
    """Return the table for a page."""
    return "\n".join(f"| {' | '.join(line)} |" for line in (HEAD, ("---",) * len(HEAD), *lines))


def _figure(value: float | None, unit: str) -> str:
    if value is None:
        return ""
    digits = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return f"{digits} {unit}"


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as facts:
            named = [line.partition(":")[2].strip() for line in facts if "model name" in line]
    except OSError:
        named = []
    return named[0] if named else platform.machine()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""

"""All benchmarks in one table: ``toile bench [--quick] [--keep] [PART …]``.

Each part runs in a process of its own, so that none warms or fills up another, and yields its rows
by one function, ``rows(quick)``. What a part needs and this machine has not is said in its place.
``--keep`` adds the table to ``benchmarks/records`` under the day's date.
"""

import argparse
import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from table import Row, cells, from_line, machine, markdown, plain, to_line

HERE = Path(__file__).parent
RECORDS = HERE / "records"
PARTS = {
    "language": "language",
    "search": "search",
    "blocking": "blocking",
    "marks": "marks",
    "rights": "rights",
    "jobs": "jobs",
    "door": "door",
    "exports": "exports",
    "studio": "studio_board",
    "gpu": "gpu",
}


def measured(part: str, *, quick: bool) -> Iterator[Row]:
    """Run one part and yield its rows; one that ends badly is a row that says so."""
    command = [sys.executable, __file__, "--rows-of", part, *(["--quick"] if quick else [])]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as run:
        for line in run.stdout or ():
            if line.startswith("{"):
                yield from_line(line)
    if run.returncode:
        yield Row(f"ended with code {run.returncode} before its last row")


def keep(page: str, day: date) -> Path:
    """Add a table to the page of its day; what was measured before stays on it."""
    RECORDS.mkdir(exist_ok=True)
    file = RECORDS / f"{day.isoformat()}.md"
    head = "" if file.exists() else f"# Measured on {day.isoformat()}\n"
    with open(file, "a", encoding="utf-8") as record:
        record.write(f"{head}\n{page}\n")
    return file


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description=__doc__, prog="toile bench")
    asked.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}")
    asked.add_argument("--quick", action="store_true", help="fewer of everything: minutes")
    asked.add_argument("--keep", action="store_true", help="add it to benchmarks/records")
    asked.add_argument("--rows-of", choices=PARTS, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.rows_of:
        for row in importlib.import_module(PARTS[given.rows_of]).rows(quick=given.quick):
            print(to_line(row), flush=True)
        return
    if unknown := [part for part in given.parts if part not in PARTS]:
        raise SystemExit(f"There is no part {unknown[0]!r}: {', '.join(PARTS)}.")
    about = f"{machine()}{'; quick' if given.quick else ''}"
    lines = []
    for part in given.parts or PARTS:
        print(f"… {part}", file=sys.stderr, flush=True)
        lines += [cells(part, row) for row in measured(part, quick=given.quick)]
    print(f"{about}\n\n{plain(lines)}")
    if given.keep:
        print(
            f"\nKept in {keep(f'{about}{chr(10) * 2}{markdown(lines)}', datetime.now(UTC).date())}"
        )


if __name__ == "__main__":
    main()

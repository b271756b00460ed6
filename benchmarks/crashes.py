"""What a rough day costs: ``python benchmarks/crashes.py [--kills 300] [--seed 7] [--postgres]``.

People talk, draft and export by the studio's own verbs while they, the worker and, on PostgreSQL,
the connections to the database are killed at seeded moments. Then everything that was promised is
looked for. The last lines are the faults; there should be none. ``--minutes`` ends the killing
earlier. With ``--steps N`` it is workers that die, as each of a draft's last steps begins, N times
each. What the processes said is kept where ``--said`` says, for looking at a fault.
"""

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]
# So many kills to a line, so that a slow run is told from one that hangs.
A_LINE = 10
sys.path[:0] = [str(HERE / "tests")]

from builders_records import a_postgres_server, an_empty_database  # noqa: E402
from trust.day_after import faults, tally  # noqa: E402
from trust.rough_day import Day  # noqa: E402

from toile.settings import Settings  # noqa: E402


class _Folders:
    """What the builder of a PostgreSQL server asks of a test's folders."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def mktemp(self, name: str) -> Path:
        return Path(tempfile.mkdtemp(prefix=name, dir=self._place))


@contextmanager
def _settings(place: Path, *, postgres: bool) -> Iterator[Settings]:
    home = place / "home"
    home.mkdir()
    if not postgres:
        yield Settings(home=home)
        return
    place.chmod(0o755)
    folders: Any = _Folders(place)
    with a_postgres_server(folders) as server:
        yield Settings(home=home, database_url=an_empty_database(server))


def _run(settings: Settings, kills: int, seed: int, minutes: float, steps: int) -> int:
    began = time.monotonic()
    day = Day(settings, seed)
    day.prepare()
    print(f"The world was made in {time.monotonic() - began:.0f} s.", flush=True)
    began = time.monotonic()
    for done in range(0, steps or kills, 1 if steps else A_LINE):
        if steps:
            day.at_each_step(1, seconds=minutes * 60 - (time.monotonic() - began))
        else:
            day.go_on(min(A_LINE, kills - done))
        so_far = sum(day.kills.values())
        print(f"  {so_far:4} kills after {time.monotonic() - began:.0f} s", flush=True)
        if time.monotonic() - began > minutes * 60:
            break
    rough = time.monotonic() - began
    waited = day.settle()
    print(f"{sum(day.kills.values())} kills in {rough:.0f} s, seed {seed}; the drafts under way "
          f"ended in {waited:.0f} s more", flush=True)  # fmt: skip
    for what, number in sorted(day.kills.items()):
        print(f"  killed      {what:28} {number:6}")
    for what, number in sorted(tally(settings).items()):
        print(f"  promised    {what:28} {number:6}")
    found = list(faults(settings))
    for fault in found:
        print(f"  FAULT       {fault}")
    print(f"{len(found)} faults")
    return len(found)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--kills", type=int, default=300)
    asked.add_argument("--steps", type=int, default=0)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--minutes", type=float, default=1e6)
    asked.add_argument("--said", type=Path, help="A file for what the processes said.")
    asked.add_argument("--postgres", action="store_true")
    args = asked.parse_args()
    with (
        tempfile.TemporaryDirectory() as place,
        _settings(Path(place), postgres=args.postgres) as settings,
    ):
        found = _run(settings, args.kills, args.seed, args.minutes, args.steps)
        if args.said:
            shutil.copy(Path(place) / "said.log", args.said)
        sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()

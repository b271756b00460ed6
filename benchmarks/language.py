"""Time of the built-in interpreter: brief to shot list, and edits, processor time on one core after
warm-up, so that a busy machine does not matter.
"""

import json
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeVarTuple

import yaml
from table import Row

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.workflow.edit_state import context_of

TODAY = date(2026, 11, 23)
Given = TypeVarTuple("Given")
SETS = Path(__file__).parents[1] / "tests" / "evaluation"


def main() -> None:
    """Print the middle and the slowest of both, in milliseconds."""
    briefs, edits = timed(quick=False)
    print(f"{'':24}{'median':>10}{'p95':>10}{'slowest':>10}{'allowed':>10}")
    _row("brief to shot list", briefs, 150)
    _row("edit", edits, 30)


def rows(*, quick: bool) -> Iterator[Row]:
    """Yield both for the common table; no other program does this work."""
    for name, times in zip(("brief to shot list", "edit"), timed(quick=quick), strict=True):
        yield Row(f"{name}, processor time, median of {len(times)}", statistics.median(times), "ms")
        yield Row(f"{name}, processor time, p95", statistics.quantiles(times, n=20)[-1], "ms")


def timed(*, quick: bool) -> tuple[list[float], list[float]]:
    """Return milliseconds of every brief and of every edit, each the second time it is read."""
    reader = BuiltInInterpreter()
    briefs = yaml.safe_load((SETS / "briefs-development.yaml").read_text(encoding="utf-8"))[
        "briefs"
    ]
    edits = yaml.safe_load((SETS / "edits-development.yaml").read_text(encoding="utf-8"))["edits"]
    if quick:
        briefs, edits = briefs[::4], edits[::4]
    cases = [(edit["message"], context_of(edit, json.loads(edit["state"]))) for edit in edits]

    def plan(text: str) -> None:
        reader.plan(reader.read_brief(text, TODAY), TODAY)

    return (
        [_timed(plan, brief["text"]) for brief in briefs * 2][len(briefs) :],
        [_timed(reader.read_edit, *case) for case in cases * 2][len(cases) :],
    )


def _timed(call: Callable[[*Given], object], *given: *Given) -> float:
    start = time.process_time()
    call(*given)
    return (time.process_time() - start) * 1000


def _row(name: str, times: list[float], allowed: float) -> None:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(f"{name:24}{statistics.median(times):10.1f}{p95:10.1f}{ordered[-1]:10.1f}{allowed:10.0f}")


if __name__ == "__main__":
    main()

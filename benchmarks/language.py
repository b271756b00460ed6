"""Time of the built-in interpreter: brief to shot list, and edits, on one core after warm-up."""

import json
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import yaml

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.workflow.edit_state import context_of

TODAY = date(2026, 11, 23)
SETS = Path(__file__).parents[1] / "tests" / "evaluation"


def main() -> None:
    """Print the middle and the slowest of both, in milliseconds."""
    reader = BuiltInInterpreter()
    briefs = yaml.safe_load((SETS / "briefs-development.yaml").read_text(encoding="utf-8"))[
        "briefs"
    ]
    edits = yaml.safe_load((SETS / "edits-development.yaml").read_text(encoding="utf-8"))["edits"]
    cases = [(edit["message"], context_of(edit, json.loads(edit["state"]))) for edit in edits]

    def plan(text: str) -> None:
        reader.plan(reader.read_brief(text, TODAY), TODAY)

    print(f"{'':24}{'median':>10}{'p95':>10}{'slowest':>10}{'allowed':>10}")
    _row(
        "brief to shot list",
        [_timed(lambda text=brief["text"]: plan(text)) for brief in briefs * 2][len(briefs) :],
        150,
    )
    _row(
        "edit",
        [_timed(lambda m=m, c=c: reader.read_edit(m, c)) for m, c in cases * 2][len(cases) :],
        30,
    )


def _timed(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def _row(name: str, times: list[float], allowed: float) -> None:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    print(f"{name:24}{statistics.median(times):10.1f}{p95:10.1f}{ordered[-1]:10.1f}{allowed:10.0f}")


if __name__ == "__main__":
    main()

"""What is read right stays right when a brief is said otherwise: quoted, signed, in bullets."""

from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from builders_reworded_briefs import LOST, WAYS

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.workflow.score_briefs import score
from toile.workflow.tallies import Tally

EVALUATION = Path(__file__).parents[2] / "evaluation"
SEED, SAMPLE = 20261123, 30
# The least share of the facts read right before that must be read right again.
FLOORS = {
    "quoted": 0.97,
    "signed": 0.98,
    "small": 0.93,
    "plain": 0.97,
    "bulleted": 0.95,
    "unstopped": 0.97,
    "tabled": 0.9,
    "shuffled": 0.95,
    "renamed": 0.98,
    "recast": 0.95,
}


@cache
def _seen() -> tuple[dict[str, Any], ...]:
    """Return the briefs that may be looked at, but for the fragments, which grow."""
    cases: list[dict[str, Any]] = []
    for path in sorted(EVALUATION.glob("briefs-*.yaml")):
        if "fragments" in path.name:
            continue
        page = yaml.safe_load(path.read_text(encoding="utf-8"))
        today = str(page.get("meta", {}).get("reference_date", "2026-11-23"))
        held = "held-back" in path.name
        own = [{**c, "today": today, "at": f"{path.name} {c['id']}"} for c in page["briefs"]]
        cases += (
            [c for c in own if not c.get("unseen", held)] if "fragments" not in path.name else []
        )
    return tuple(cases)


def _scored(case: dict[str, Any]) -> dict[str, Tally]:
    today = date.fromisoformat(case["today"])
    return score(case, BuiltInInterpreter().read_brief(case["text"], today)).fields


@cache
def _right(place: int) -> frozenset[str]:
    """Return the fields of a brief that are read without a fault."""
    tallies = _scored(_seen()[place])
    return frozenset(n for n, t in tallies.items() if t.right and not t.missed and not t.invented)


@pytest.mark.parametrize("name", WAYS)
def test_a_brief_said_otherwise_is_read_as_it_was(name: str) -> None:
    others = [WAYS[name](c, Random(f"{SEED}{c['at']}{name}")) for c in _seen()]
    able = [place for place, other in enumerate(others) if other]
    told = [
        tally
        for place in Random(f"{SEED}{name}").sample(able, min(SAMPLE, len(able)))
        for field, tally in _scored(others[place] or {}).items()
        if field in _right(place) - LOST.get(name, frozenset())
    ]
    held = sum(not (tally.missed or tally.invented) for tally in told)
    assert told
    assert held / len(told) >= FLOORS[name], f"{held} of {len(told)}"

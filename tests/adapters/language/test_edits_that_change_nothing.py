"""What may not be done, and what only asks: refused or answered, and no change beside it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

LISTED: dict[str, Any] = yaml.safe_load(
    Path("tests/evaluation/what-changes-nothing.yaml").read_text(encoding="utf-8")
)
CONTEXT = EditContext(
    shots=ShotList.of([Shot(**row) for row in LISTED["board"]]), twins=tuple(LISTED["twins"])
)


@pytest.mark.parametrize("case", LISTED["said"], ids=lambda case: case["message"])
def test_a_message_is_taken_for_what_it_is(case: dict[str, Any]) -> None:
    answer = read_edit(case["message"], CONTEXT)

    told = (answer.type, answer.flag.code if answer.flag else None, answer.say)
    assert told == (case["type"], case.get("flag"), case["say"])


@pytest.mark.parametrize(
    "case",
    [c for c in LISTED["said"] if c["type"] in ("refuse", "answer", "ask", "none")],
    ids=lambda case: case["message"],
)
def test_what_is_refused_asked_or_answered_leaves_the_board_as_it_was(case: dict[str, Any]) -> None:
    assert read_edit(case["message"], CONTEXT).shots == CONTEXT.shots

"""Several orders in one message: each is heard, for its own shots, and nothing else is done."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.workflow.edit_state import context_of
from toile.workflow.score_edits import right

_SET = yaml.safe_load(
    (Path(__file__).parents[2] / "evaluation" / "what-comes-in-one-breath.yaml").read_text("utf-8")
)
_CLEARED = {
    name: sorted({person for shot in board for person in shot["talent"]} | {"Jonas", "Noor"})
    for name, board in _SET["boards"].items()
}


@pytest.mark.parametrize("wish", _SET["said"], ids=[wish["message"] for wish in _SET["said"]])
def test_every_order_of_a_message_is_done_and_nothing_else(wish: dict[str, Any]) -> None:
    facts = {"twins": _CLEARED[wish["board"]]}
    board = context_of(facts, _SET["boards"][wish["board"]])
    good, why = right(wish, board, read_edit(wish["message"], board))
    assert good, why

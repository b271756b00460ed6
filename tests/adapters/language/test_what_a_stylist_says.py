"""Messages about garments, things and people on two boards, and what is understood of each."""

from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.workflow.edit_state import context_of

SET = Path(__file__).parents[2] / "evaluation" / "what-a-stylist-says.yaml"
TOLD = yaml.load(SET.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
SAID = [
    (board, message, said)
    for board, rows in TOLD["said"].items()
    for row in rows
    for message, said in row.items()
]


@pytest.mark.parametrize(("board", "message", "said"), SAID, ids=[row[1] for row in SAID])
def test_a_stylist_is_understood_as_she_means_it(board: str, message: str, said: str) -> None:
    context = context_of({"twins": TOLD["twins"][board]}, TOLD["boards"][board])
    assert read_edit(message, context).say == said

"""Orders on nine shots in the turns of five languages, and what is understood of them."""

from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

SET = Path(__file__).parents[2] / "evaluation" / "what-is-said-abroad.yaml"
TOLD = yaml.load(SET.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
BOARD = ShotList.of([Shot.model_validate(row) for row in TOLD["board"]])
TWINS = tuple(TOLD["twins"])
SAID = [pair for row in TOLD["said"] for pair in row.items()]


@pytest.mark.parametrize(("message", "said"), SAID, ids=[message for message, _ in SAID])
def test_an_order_is_understood_in_the_turns_of_its_language(message: str, said: str) -> None:
    assert read_edit(message, EditContext(shots=BOARD, twins=TWINS)).say == said

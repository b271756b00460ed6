"""Messages in five languages on one board, and what the interpreter says it understood."""

from pathlib import Path

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.domain.shots import Shot, ShotList

SET = Path(__file__).parents[2] / "evaluation" / "what-five-languages-say.yaml"
TOLD = yaml.load(SET.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
BOARD = ShotList.of([Shot.model_validate(row) for row in TOLD["board"]])
SAID = [pair for row in TOLD["said"] for pair in row.items()]


@pytest.mark.parametrize(("message", "said"), SAID, ids=[message for message, _ in SAID])
def test_a_message_is_understood_as_its_speakers_mean_it(message: str, said: str) -> None:
    assert read_edit(message, EditContext(shots=BOARD)).say == said

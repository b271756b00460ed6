"""Every command in every language: the phrases of ``commands-by-language.yaml``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditContext
from toile.workflow.edit_state import context_of
from toile.workflow.score_edits import right

_SET = yaml.safe_load(
    (Path(__file__).parents[2] / "evaluation" / "commands-by-language.yaml").read_text("utf-8")
)
LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
CASES = [(command, language) for command in _SET["commands"] for language in LANGUAGES]


@pytest.fixture(scope="module")
def board() -> EditContext:
    return context_of({}, _SET["shots"])


@pytest.mark.parametrize(
    ("command", "language"), CASES, ids=[f"{command['name']} in {one}" for command, one in CASES]
)
def test_a_command_is_understood_however_it_is_said(
    command: dict[str, Any], language: str, board: EditContext
) -> None:
    wrong = {}
    for phrase in command[language]:
        good, why = right(command, board, read_edit(phrase, board))
        if not good:
            wrong[phrase] = why
    assert not wrong


def test_every_command_is_said_at_least_once_in_every_language() -> None:
    assert all(command[language] for command in _SET["commands"] for language in LANGUAGES)

"""Every field and every step of its words, as directors say them in six languages."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from toile.adapters.language.built_in.edits.reader import read_edit
from toile.domain.commands import EditAnswer
from toile.workflow.edit_state import context_of
from toile.workflow.score_edits import right

_SET = yaml.safe_load(
    (Path(__file__).parents[2] / "evaluation" / "what-a-director-says.yaml").read_text("utf-8")
)
LANGUAGES = ("en", "fr", "it", "es", "de", "sv")
CASES = [(wish, language) for wish in _SET["said"] for language in LANGUAGES if language in wish]


@pytest.mark.parametrize(
    ("wish", "language"), CASES, ids=[f"{wish['name']} in {language}" for wish, language in CASES]
)
def test_a_wish_is_heard_in_every_way_it_is_said(wish: dict[str, Any], language: str) -> None:
    board = context_of(wish.get("context", {}), _SET["boards"][wish["board"]])
    wrong = {}
    for message in wish[language].splitlines():
        answer = read_edit(message, board)
        good, why = right(wish, board, answer)
        if not good or not _does(wish, answer) or not re.search(wish.get("says", ""), answer.say):
            wrong[message] = why or answer.say
    assert not wrong


def _does(wish: dict[str, Any], answer: EditAnswer) -> bool:
    """Whether an answer has the commands that a wish names, with the facts it names of each."""
    wanted = wish.get("commands")
    given = [command.model_dump(mode="json") for command in answer.commands]
    return wanted is None or (
        len(given) == len(wanted)
        and all(one.items() >= told.items() for one, told in zip(given, wanted, strict=True))
    )

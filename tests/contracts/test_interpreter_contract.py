"""What every interpreter keeps to: the built-in one, and a language model that is not there."""

from collections.abc import Callable
from datetime import date

import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.adapters.language.chat import Chat
from toile.adapters.language.openai_compatible import OpenAiCompatibleInterpreter
from toile.domain.commands import EditContext, apply
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList
from toile.workflow.ports import Interpreter

TODAY = date(2026, 11, 23)


def _unreachable() -> Interpreter:
    chat = Chat(model="m", base_url="http://127.0.0.1:9/v1", seconds=2, tries=1)
    return OpenAiCompatibleInterpreter(chat, BuiltInInterpreter())


@pytest.fixture(params=[BuiltInInterpreter, _unreachable], ids=["built in", "model away"])
def interpreter(request: pytest.FixtureRequest) -> Interpreter:
    make: Callable[[], Interpreter] = request.param
    return make()


def _board() -> EditContext:
    return EditContext(shots=ShotList.of(Shot(id=ShotId(i), framing="full") for i in "abc"))


def test_a_brief_keeps_its_text_and_its_words(interpreter: Interpreter) -> None:
    text = "Client: Oriel Knits. 4 stills 4:5. Germany."
    brief = interpreter.read_brief(text, TODAY)
    assert brief.text == text
    assert brief.markets == ("DE",)
    assert all(text[e.start : e.end] == e.quote for e in brief.evidence)


def test_at_most_five_questions_are_asked(interpreter: Interpreter) -> None:
    assert len(interpreter.read_brief("Something nice, please.", TODAY).questions) <= 5


def test_a_plan_numbers_its_shots_and_gives_reasons(interpreter: Interpreter) -> None:
    shots = interpreter.plan(
        interpreter.read_brief("6 stills 4:5 of a red coat", TODAY), TODAY
    ).shots
    assert [shot.no for shot in shots] == list(range(1, 7))
    assert all(shot.reasons and shot.title for shot in shots)


def test_the_commands_of_an_edit_lead_to_its_shots(interpreter: Interpreter) -> None:
    answer = interpreter.read_edit("make 2 a close-up", _board())
    assert answer.type == "change"
    assert apply(answer.commands, _board()) == answer.shots


def test_a_refusal_changes_nothing(interpreter: Interpreter) -> None:
    answer = interpreter.read_edit("make her waist slimmer", _board())
    assert answer.type == "refuse"
    assert answer.shots == _board().shots

"""A language model while it speaks: heard, stopped, broken off, and an endpoint that is none."""

import json
from datetime import date

import builders_fault_server as faults
import pytest

from toile.adapters.language.built_in.interpreter import BuiltInInterpreter
from toile.adapters.language.chat import Chat
from toile.adapters.language.openai_compatible import OpenAiCompatibleInterpreter
from toile.domain.commands import EditContext
from toile.domain.errors import Cancelled
from toile.domain.ids import ShotId
from toile.domain.shots import Shot, ShotList
from toile.workflow.listening import Listener

TODAY = date(2026, 11, 23)
BRIEF = "Client: Oriel Knits. Six wool coats. 4 stills 4:5. Rooftop at sunset. Germany."


def _model(server: faults.FaultServer) -> OpenAiCompatibleInterpreter:
    chat = Chat(model="m", base_url=server.url, seconds=30, sleep=lambda seconds: None)
    return OpenAiCompatibleInterpreter(chat, BuiltInInterpreter())


def _board() -> EditContext:
    shots = [Shot(id=ShotId(i), framing="full", garments=("red coat",)) for i in "abc"]
    return EditContext(shots=ShotList.of(shots))


@pytest.mark.parametrize("fault", [
    faults.cut_off('{"brand": "Or'),
    faults.garbled("{not json"),
    faults.garbled("[]"),
    faults.garbled('{"choices": null}'),
    faults.garbled('{"error": {"message": "overloaded"}}'),
    faults.page("<html>Sign in</html>"),
], ids=["cut off", "no JSON", "a list", "no choices", "an error", "a page"])  # fmt: skip
def test_an_endpoint_that_breaks_off_or_speaks_otherwise_leaves_the_built_in_answer(
    server: faults.FaultServer, fault: object
) -> None:
    server.answers = [fault] * 6
    brief = _model(server).read_brief(BRIEF, TODAY)
    assert brief.brand == "Oriel Knits"
    assert [flag.code for flag in brief.flags if flag.code == "MODEL_FALLBACK"]
    answer = _model(server).read_edit("make 2 a close-up", _board())
    assert answer.shots.numbered(2).framing == "close-up"
    assert "built-in interpreter" in answer.say


def test_an_answer_is_heard_while_it_is_given(server: faults.FaultServer) -> None:
    question = json.dumps({"text": "Which of the two coats?"})
    cut = question.index("two")
    server.answers = [faults.streamed_call("ask", question[:cut], question[cut:])]
    heard: list[str] = []
    answer = _model(server).read_edit("recolour the coat", _board(), Listener(heard.append))
    assert heard[0] == "Which of the "
    assert heard[-1] == answer.say == "Which of the two coats?"


def test_the_facts_of_a_brief_are_named_as_they_are_found_and_not_yet_told(
    server: faults.FaultServer,
) -> None:
    server.answers = [faults.text(json.dumps({"brand": "Oriel Knits", "must_not": ["dogs"]}))]
    heard: list[str] = []
    _model(server).read_brief(BRIEF, TODAY, Listener(heard.append))
    assert heard[-1] == "Found: brand, must not"
    assert "dogs" not in " ".join(heard)


def test_an_answer_can_be_stopped_in_the_middle(server: faults.FaultServer) -> None:
    server.answers = [faults.text("a long story, told slowly")]
    heard: list[str] = []
    listener = Listener(heard.append, stopped=lambda: bool(heard))
    with pytest.raises(Cancelled):
        _model(server).read_edit("make 2 a close-up", _board(), listener)
    assert len(heard) == 1


def test_a_person_can_stop_an_answer(server: faults.FaultServer) -> None:
    server.answers = [faults.text(json.dumps({"brand": "Oriel Knits"}))]
    model = _model(server)
    with pytest.raises(Cancelled):
        model.read_brief(BRIEF, TODAY, Listener(stopped=lambda: True))


def test_a_person_who_stops_while_it_waits_is_heard(server: faults.FaultServer) -> None:
    server.answers = [500, faults.text(json.dumps({"brand": "Oriel Knits"}))]
    said = iter([False, True])
    chat = Chat(model="m", base_url=server.url, seconds=30, sleep=lambda seconds: None)
    model = OpenAiCompatibleInterpreter(chat, BuiltInInterpreter())
    with pytest.raises(Cancelled):
        model.read_brief(BRIEF, TODAY, Listener(stopped=lambda: next(said)))
    assert len(server.asked) == 1

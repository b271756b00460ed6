"""A model's answer is seen coming and can be stopped: a real endpoint, answering piece by piece."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
import streamlit as st
from builders_drawn import a_studio
from builders_fault_server import FaultServer, held_up, streamed_call, text
from builders_pages import say
from streamlit.testing.v1 import AppTest

from toile.domain.brief import Brief
from toile.settings import Settings
from toile.ui import services, session
from toile.ui.hearing import hear
from toile.ui.places import PAGES, SCRIPT
from toile.ui.stages import at_work
from toile.ui.stages.prompt import PROMPT

BRIEF = (
    "Maison Orel. Two pictures, 4:5, for our web shop in Germany and France, live from "
    "2 March 2027 to 30 April 2027. Window light. Imani in a camel trench coat."
)
ANSWER = streamed_call("say", '{"text": "Shot 1 is lit', ' from a window, as the brief asks."}')


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def planned(home: Path) -> str:
    """Return the id of a board that was planned before there was a model."""
    studio = a_studio(Settings(home=home))
    return str(studio.confirm(studio.start(BRIEF, by="Noor"), by="Noor").id)


@pytest.fixture
def endpoint() -> Iterator[FaultServer]:
    server = FaultServer()
    yield server
    server.close()


@pytest.fixture
def gate() -> Iterator[Event]:
    """Return what holds the answer up; opened at the end, so that nothing waits for ever."""
    gate = Event()
    yield gate
    gate.set()


@pytest.fixture
def app(
    home: Path, planned: str, endpoint: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[AppTest]:
    for name, value in (("HOME", str(home)), ("MODEL", "m"), ("MODEL_URL", endpoint.url)):
        monkeypatch.setenv(f"TOILE_{name}", value)
    st.cache_resource.clear()
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["board"] = planned
    yield app.run()
    st.cache_resource.clear()


def words(app: AppTest) -> str:
    return "\n".join(str(one.value) for one in (*app.markdown, *app.caption))


def asked(app: AppTest, endpoint: FaultServer, gate: Event) -> AppTest:
    """Ask something whose answer comes half, and wait until that half is shown."""
    endpoint.answers.append(held_up(ANSWER, gate))
    app.chat_input[0].set_value("What light is shot 1 in, and why?").run()
    return until(app, "Shot 1 is lit")


def until(app: AppTest, said: str) -> AppTest:
    """Look at the page again, as it does by itself, until something is said."""
    for _ in range(100):
        if said in words(app):
            return app
        time.sleep(0.1)
        app.run()
    raise AssertionError(words(app))


def test_an_answer_is_seen_while_it_comes_and_kept_once_it_is_whole(
    app: AppTest, endpoint: FaultServer, gate: Event, planned: str
) -> None:
    asked(app, endpoint, gate)
    assert "from a window" not in words(app)
    assert app.button(key="stop_hearing").label == "Stop"
    gate.set()
    until(app, "from a window, as the brief asks")
    assert not app.exception
    assert services.studio().board(planned).talk[-1].text.endswith("as the brief asks.")


def test_stopping_changes_nothing_and_gives_the_words_back(
    app: AppTest, endpoint: FaultServer, gate: Event, planned: str
) -> None:
    before = services.studio().board(planned)
    asked(app, endpoint, gate)
    app.button(key="stop_hearing").click().run()
    assert not app.exception
    assert app.chat_input[0].value == "What light is shot 1 in, and why?"
    gate.set()
    time.sleep(0.3)
    app.run()
    assert services.studio().board(planned) == before


def test_words_said_while_others_are_read_wait_for_their_turn(
    app: AppTest, endpoint: FaultServer, gate: Event, planned: str
) -> None:
    asked(app, endpoint, gate)
    endpoint.answers.append(streamed_call("say", '{"text": "Shot 2 is lit', ' by the late sun."}'))
    app.chat_input[0].set_value("And shot 2?").run()
    assert not app.exception
    gate.set()
    until(app, "Shot 2 is lit by the late sun")
    told = [turn.text for turn in services.studio().board(planned).talk[-4:]]
    assert told[0].endswith("What light is shot 1 in, and why?")
    assert told[1].endswith("as the brief asks.")
    assert told[2:] == ["And shot 2?", "Shot 2 is lit by the late sun."]


def test_a_brief_is_seen_being_read_and_stopped_it_leaves_no_board(
    app: AppTest, endpoint: FaultServer, gate: Event
) -> None:
    fresh = AppTest.from_file(SCRIPT, default_timeout=60).run()
    boards = services.studio().boards()
    endpoint.answers.append(held_up(text('{"brand": "Maison Orel", "season": "SS27"}'), gate))
    fresh.chat_input[0].set_value(BRIEF).run()
    until(fresh, "Found")
    fresh.button(key="stop_hearing").click().run()
    assert not fresh.exception
    assert fresh.chat_input[0].value == BRIEF
    assert services.studio().boards() == boards


def test_what_is_said_while_a_brief_is_read_is_put_right_on_the_board_it_becomes(
    app: AppTest, endpoint: FaultServer, gate: Event
) -> None:
    fresh = AppTest.from_file(SCRIPT, default_timeout=60).run()
    before = {line.id for line in services.studio().boards()}
    endpoint.answers.append(held_up(text('{"brand": "Maison Orel", "season": "SS27"}'), gate))
    fresh.chat_input[0].set_value(BRIEF).run()
    until(fresh, "Found")
    fresh.chat_input[0].set_value("Norway too").run()
    until(fresh, "Next: “Norway too”")
    gate.set()
    until(fresh, "I have read it")
    assert not fresh.exception
    (made,) = [line.id for line in services.studio().boards() if line.id not in before]
    told = [turn.text for turn in services.studio().board(made).talk if turn.by == "you"]
    assert told[0] == BRIEF
    assert told[1].endswith("Norway too")


def test_a_brief_that_is_too_long_says_so_and_stands_in_the_prompt_again(app: AppTest) -> None:
    long = BRIEF * 400
    fresh = AppTest.from_file(SCRIPT, default_timeout=60).run()
    say(fresh, long)
    assert not fresh.exception
    assert "characters" in str(fresh.warning[0].value)
    assert fresh.chat_input[0].value == long


def test_a_fault_of_the_model_is_told_where_the_words_were_said(
    app: AppTest, endpoint: FaultServer, planned: str
) -> None:
    endpoint.answers.append(401)
    say(app, "Shot 1: what light is it in?")
    assert not app.exception
    assert any("refused the key" in str(one.value) for one in app.warning)


def test_what_is_added_to_a_brief_that_is_being_read_waits_and_is_read_too(
    app: AppTest, endpoint: FaultServer, gate: Event
) -> None:
    studio = services.studio()
    endpoint.answers.append(text('{"brand": "Maison Orel", "season": "SS27"}'))
    board = str(studio.start(BRIEF, by="Noor").id)
    app = AppTest.from_file(SCRIPT, default_timeout=60)
    app.query_params["board"] = board
    app.run()
    endpoint.answers.append(held_up(text('{"brand": "Maison Orel", "must_not": ["fur"]}'), gate))
    app.chat_input[0].set_value("No fur.").run()
    until(app, "Reading the brief again")
    app.chat_input[0].set_value("No logos.").run()
    until(app, "Next: “No logos.”")
    endpoint.answers.append(text('{"brand": "Maison Orel", "must_not": ["fur", "logos"]}'))
    gate.set()
    for _ in range(100):
        if "Correction: No logos." in (studio.board(board).brief or Brief()).text:
            break
        time.sleep(0.1)
        app.run()
    assert not app.exception
    said = studio.board(board).brief
    assert said is not None
    assert said.text.endswith("Correction: No fur.\nCorrection: No logos.")


def _as_its_board_opens(app: AppTest, planned: str) -> None:
    """Leave the page as it is when a plan is done and its board was not drawn yet."""
    board = services.studio().board(planned)
    hearing = hear(at_work._about(board), "Planning", lambda _: board)
    assert hearing.soon(10)
    app.session_state["in_hand"] = replace(app.session_state["in_hand"], hearing=hearing)


def test_what_was_said_to_the_brief_as_its_board_opened_is_said_to_the_board(
    app: AppTest, endpoint: FaultServer, planned: str
) -> None:
    endpoint.answers.append(streamed_call("say", '{"text": "Shot 1 is lit', ' by a window."}'))
    _as_its_board_opens(app, planned)
    sent = SimpleNamespace(text="What light is shot 1 in?", files=[])
    app.session_state[session._SENT.format(PROMPT)] = [sent]
    app.run()
    until(app, "Shot 1 is lit by a window")
    told = [turn.text for turn in services.studio().board(planned).talk[-2:]]
    assert told == ["What light is shot 1 in?", "Shot 1 is lit by a window."]


def test_words_that_wait_for_a_board_are_no_correction_of_its_brief(
    app: AppTest, planned: str
) -> None:
    before = services.studio().board(planned).brief
    waits = session.Waiting(planned, "make 2 wider")
    app.session_state["in_hand"] = replace(app.session_state["in_hand"], queued=(waits,))
    app.switch_page(str(PAGES / "brief.py")).run()
    assert not app.exception
    assert services.studio().board(planned).brief == before
    assert app.session_state["in_hand"].queued == (waits,)

"""A page under test on a planned board, words said to it, and the wait until it has answered."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from toile.domain.board import Board
from toile.ui import services
from toile.ui.places import SCRIPT
from toile.workflow.studio import Studio

BRIEF = (
    "Maison Orel. Three pictures, 4:5, for our web shop in Germany and France, live from "
    "2 March 2027 to 30 April 2027. Window light. Imani in a camel trench coat."
)
_TRIES = 600
_PAUSE_SECONDS = 0.1


def say(app: AppTest, message: str) -> AppTest:
    """Say something at the prompt, and return the page once it is no longer reading."""
    return read(app.chat_input[0].set_value(message).run())


def read(app: AppTest) -> AppTest:
    """Return the page once it is no longer reading what was said.

    A page answers in the same run where it can; on a busy machine it shows that it is reading and
    draws itself again, which nothing does for it here.
    """
    for _ in range(_TRIES):
        if "in_hand" not in app.session_state or app.session_state["in_hand"].hearing is None:
            return app
        time.sleep(_PAUSE_SECONDS)
        app.run()
    raise AssertionError("the page still reads what was said")


def a_planned_board(studio: Studio) -> str:
    """Return a board of three shots whose plan was agreed."""
    return str(studio.confirm(studio.start(BRIEF, by="Noor"), by="Noor").id)


@contextmanager
def a_page_of(board: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """Open the studio's page on a board; what the page raises is a fault of the test."""
    monkeypatch.setenv("TOILE_HOME", str(home))
    st.cache_resource.clear()
    page = AppTest.from_file(SCRIPT, default_timeout=60)
    page.query_params["board"] = board
    yield page.run()
    assert not page.exception
    st.cache_resource.clear()


def now(board: str) -> Board:
    return services.studio().board(board)


def lens(board: str, number: int) -> str | None:
    return now(board).shots.numbered(number).lens

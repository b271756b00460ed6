"""Our own routes: what a signed name opens, and what stays shut."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit import config
from streamlit.web import skills

from toile import bootstrap
from toile.settings import Settings
from toile.ui import links, services
from toile.ui.server import ROUTES
from toile.workflow.release import nobody

BRIEF = (
    "Maison Orel, spring coats. Two pictures, 4:5, for our web shop in Germany, live from "
    "2 March 2027 to 30 April 2027. Imani in a camel trench coat."
)


@dataclass
class Clock:
    """The clock of the addresses, stopped."""

    now: float

    def time(self) -> float:
        return self.now


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("TOILE_HOME", str(tmp_path))
    st.cache_resource.clear()
    yield TestClient(Starlette(routes=ROUTES))
    st.cache_resource.clear()


def test_fonts_come_from_this_server(client: TestClient) -> None:
    answer = client.get("/app/static/fonts/instrument-serif-latin-400-normal.woff2")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]


def test_a_path_out_of_the_fonts_leads_nowhere(client: TestClient) -> None:
    assert client.get("/app/static/fonts/..%2f..%2fserver.py").status_code == 404


def test_a_picture_is_shut_without_a_signed_name(client: TestClient) -> None:
    assert client.get(links.PREFIX + "draft-1").status_code == 403


def test_a_signed_name_of_an_unknown_picture_shows_nothing(client: TestClient) -> None:
    answer = client.get(links.picture_url("nobody", "full", "Noor"))
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-store"


def test_an_export_is_released_under_its_own_name(client: TestClient) -> None:
    bootstrap.make_demo(Settings())
    studio = bootstrap.studio(Settings())
    board = studio.confirm(studio.start(BRIEF, by="Noor"), by="Noor")
    answer = client.get(links.export_url(board.id, "csv", "Noor"))
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert len(answer.text.splitlines()) >= 1 + len(board.panels)


def test_a_board_in_any_letters_leaves_under_its_own_name(client: TestClient) -> None:
    bootstrap.make_demo(Settings())
    studio = bootstrap.studio(Settings())
    board = studio.confirm(studio.start(BRIEF, by="Noor"), by="Noor")
    named = board.model_copy(update={"title": "秋のコート", "revision": board.revision + 1})
    studio.revise.boards.save(named)
    answer = client.get(links.export_url(board.id, "csv", "Noor"))
    assert answer.status_code == 200
    assert quote("秋のコート.csv") in answer.headers["content-disposition"]


def test_while_others_are_made_a_person_is_told_and_then_gets_the_file(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_EXPORTS_AT_ONCE", "1")
    bootstrap.make_demo(Settings())
    studio = services.desks().studio
    board = studio.confirm(studio.start(BRIEF, by="Noor"), by="Noor")
    address = links.export_url(board.id, "csv", "Noor")
    with studio.releases.turns(nobody):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["retry-after"]) == (202, "3")
        assert "One file is made before yours." in answer.text
        assert answer.headers["cache-control"] == "no-store"
    while answer.status_code == 202:
        answer = client.get(address)
    assert answer.headers["content-type"].startswith("text/csv")
    assert int(answer.headers["content-length"]) == len(answer.content)


def test_who_waits_longer_than_an_address_lasts_still_gets_the_file(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_EXPORTS_AT_ONCE", "1")
    bootstrap.make_demo(Settings())
    studio = services.desks().studio
    board = studio.confirm(studio.start(BRIEF, by="Noor"), by="Noor")
    first = address = links.export_url(board.id, "csv", "Noor")
    began = time.time()
    with studio.releases.turns(nobody):
        for minutes in (0, 9, 18, 27):
            monkeypatch.setattr(links, "time", Clock(began + 60 * minutes))
            answer = client.get(address)
            assert answer.status_code == 202
            address = answer.text.partition("; url=")[2].partition('"')[0]
    assert client.get(first).status_code == 403
    while answer.status_code == 202:
        answer = client.get(address)
    assert answer.headers["content-type"].startswith("text/csv")


def test_streamlit_offers_nothing_of_its_own_over_the_page_of_a_desk_with_agents(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ours = config.get_option
    monkeypatch.setattr(skills, "agent_harness_present", lambda: True)
    monkeypatch.setattr(config, "get_option", lambda name: name != "server.headless" and ours(name))
    assert skills.nudge_suppression_reason() == "welcome_hidden"

"""The pages on the real studio: no model, no key, nothing faked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from builders_pages import read, say
from streamlit.testing.v1 import AppTest

from toile import bootstrap
from toile.settings import Settings
from toile.ui import services
from toile.ui.places import PAGES, SCRIPT

BRIEF = (
    "Maison Orel, spring coats. Two pictures, 4:5, for our web shop and organic social in Germany "
    "and France, live from 2 March 2027 to 30 April 2027. Late sun, warm paper wall, quiet. "
    "Imani in a camel trench coat. No fur."
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder with the sample world, made once."""
    folder = tmp_path_factory.mktemp("home")
    bootstrap.make_demo(Settings(home=folder))
    return folder


@pytest.fixture
def app(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("TOILE_HOME", str(home))
    st.cache_resource.clear()
    yield AppTest.from_file(SCRIPT, default_timeout=60)
    st.cache_resource.clear()


def words(app: AppTest) -> str:
    shown = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption]
    return "\n".join(str(one.value) for one in shown)


def opened(app: AppTest, board: str) -> AppTest:
    app.query_params["board"] = board
    return app.run()


@pytest.fixture(scope="module")
def planned(home: Path) -> str:
    """Return the id of a board with its shots planned."""
    studio = bootstrap.studio(Settings(home=home))
    board = studio.start(BRIEF, by="Noor")
    return str(studio.confirm(board, by="Noor").id)


def test_an_empty_studio_asks_what_we_are_shooting(app: AppTest) -> None:
    app.run()
    assert not app.exception
    assert "What are we shooting?" in words(app)


def test_a_typed_brief_is_read_and_shown_with_what_was_understood(app: AppTest) -> None:
    app.run()
    say(app, BRIEF)
    assert not app.exception
    assert "What I understood" in words(app)
    assert "2 Mar 2027 to 30 Apr 2027" in words(app)


def test_a_confirmed_brief_becomes_a_wall_of_shots(app: AppTest) -> None:
    app.run()
    say(app, BRIEF)
    read(app.button(key="confirm").click().run())
    assert not app.exception
    assert "set-up" in words(app)
    assert "can be drawn now" in words(app)


def test_the_finished_example_is_a_board_with_a_refusal(app: AppTest) -> None:
    app.run()
    app.button(key="begin_example").click().run()
    assert not app.exception
    assert "set-up" in words(app)
    app.segmented_control(key="view").set_value("List").run()
    assert "Refused" in set(app.dataframe[0].value["Rights"])


def test_a_board_refused_as_a_whole_offers_the_ways_to_a_yes(app: AppTest, home: Path) -> None:
    studio = bootstrap.studio(Settings(home=home))
    asked = BRIEF.replace("organic social", "paid social")
    board = studio.confirm(studio.start(asked, by="Noor"), by="Noor")
    opened(app, str(board.id))
    assert "refused for this use" in words(app)
    app.button(key="ways_yes").click().run()
    assert not app.exception
    assert "What would open them" in words(app)
    assert app.button(key="way_0").label == "Do this"


def test_a_board_that_is_gone_leads_back_to_the_beginning(app: AppTest) -> None:
    opened(app, "board-nowhere")
    assert not app.exception
    assert "What are we shooting?" in words(app)


def test_a_model_that_may_not_paint_for_the_brand_is_told_before_anything_is_drawn(
    app: AppTest, planned: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "not painted" not in words(opened(app, planned))
    monkeypatch.setenv("TOILE_PAINTER", "flux2-klein-9b")
    monkeypatch.setenv("TOILE_DEVICE", "cpu")
    st.cache_resource.clear()
    seen = words(opened(app, planned))
    assert "Drawn in 3-D and not painted" in seen
    assert "may not be used for maison" in seen
    assert "allows no commercial use" in seen


def test_the_list_shows_every_shot_with_its_decision(app: AppTest, planned: str) -> None:
    opened(app, planned)
    app.segmented_control(key="view").set_value("List").run()
    assert not app.exception
    table = app.dataframe[0].value
    assert len(table) == len(services.studio().board(planned).panels)
    assert set(table["Rights"]) <= {"Cleared", "Cleared with duties", "Refused", "Needs approval"}


def test_words_become_a_plan_that_waits_for_a_yes(app: AppTest, planned: str) -> None:
    opened(app, planned)
    before = services.studio().board(planned)
    say(app, "Shot 1: use an 85mm lens")
    assert not app.exception
    assert services.studio().board(planned).shots == before.shots
    app.button(key="plan_yes").click().run()
    assert not app.exception
    assert services.studio().board(planned).panels[0].now.shot.lens == "85mm"
    app.button(key="undo").click().run()
    assert services.studio().board(planned).shots == before.shots


@pytest.mark.parametrize(
    "page", ["brief", "looks", "casting", "models", "guidelines", "verify", "shot"]
)
def test_every_page_opens_on_a_planned_board(app: AppTest, planned: str, page: str) -> None:
    opened(app, planned)
    app.query_params["shot"] = services.studio().board(planned).panels[0].id
    app.switch_page(str(PAGES / f"{page}.py")).run()
    assert not app.exception
    assert not app.error


def test_the_owner_sees_licences_and_may_withdraw_one(app: AppTest) -> None:
    app.run().switch_page(str(PAGES / "models.py")).run()
    assert "Licences" in words(app)
    assert any(button.label == "Withdraw" for button in app.button)


def test_a_refused_wish_leads_to_the_same_wish_with_somebody_cleared(
    app: AppTest, planned: str
) -> None:
    opened(app, planned)
    say(app, "Put Noor in shot 2")
    assert "Ask for" in words(app)
    read(app.button(key="instead_0").click().run())
    assert not app.exception
    assert "I will change one shot" in words(app)
    assert app.button(key="plan_yes").label == "Apply"


def test_the_casting_says_what_a_licence_allows_and_costs(app: AppTest, planned: str) -> None:
    opened(app, planned)
    app.switch_page(str(PAGES / "casting.py")).run()
    assert not app.exception
    assert "until 31 Dec 2027" in words(app)
    assert "Licence €" in words(app)

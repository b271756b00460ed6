"""Pages as people of other roles find them: nothing that opens a page is refused them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from builders_pages import say
from streamlit.testing.v1 import AppTest

from toile import bootstrap
from toile.domain.errors import NotAllowed
from toile.settings import Settings
from toile.ui.places import PAGES, SCRIPT

PEOPLE = """
people:
  - {id: rae, name: Rae, brands: [maison-orel], roles: [reviewer]}
  - {id: sam, name: Sam, brands: [maison-orel], roles: [stylist]}
  - {id: kit, name: Kit, brands: [rival], roles: [director]}
  - {id: ada, name: Ada, brands: ["*"], roles: [producer, admin]}
  - {id: imani, name: Imani, roles: [owner], twins: [twin-imani]}
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    bootstrap.make_demo(Settings(home=folder))
    (folder / "people.yaml").write_text(PEOPLE, encoding="utf-8")
    return folder


@pytest.fixture
def app(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("TOILE_HOME", str(home))
    monkeypatch.setenv("TOILE_PEOPLE", str(home / "people.yaml"))
    st.cache_resource.clear()
    yield AppTest.from_file(SCRIPT, default_timeout=60)
    st.cache_resource.clear()


def the_board(home: Path) -> str:
    return str(bootstrap.studio(Settings(home=home)).boards()[0].id)


def words(app: AppTest) -> str:
    shown = [*app.title, *app.header, *app.subheader, *app.markdown, *app.caption, *app.warning]
    return "\n".join(str(one.value) for one in shown)


@pytest.mark.parametrize("who", ["rae", "sam"])
@pytest.mark.parametrize("page", ["studio", "brief", "casting", "guidelines", "verify", "shot"])
def test_no_page_of_her_brand_is_refused_to_her(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch, who: str, page: str
) -> None:
    monkeypatch.setenv("TOILE_PERSON", who)
    app.query_params["board"] = the_board(home)
    app.query_params["shot"] = "s1"
    app.run()
    if page != "studio":
        app.switch_page(str(PAGES / f"{page}.py")).run()
    assert not app.exception
    assert "may not" not in words(app)


def test_a_reviewer_is_told_what_she_may_not_do(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_PERSON", "rae")
    app.query_params["board"] = the_board(home)
    app.run()
    say(app, "Shot 1: use an 85mm lens")
    assert "As a reviewer you may not" in words(app)


def test_another_brands_address_leads_to_the_beginning(
    app: AppTest, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_PERSON", "kit")
    app.query_params["board"] = the_board(home)
    app.run()
    assert not app.exception
    assert "What are we shooting?" in words(app)
    assert "Maison Orel" not in words(app)


def test_an_owner_comes_in_at_her_own_page(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOILE_PERSON", "imani")
    app.run()
    assert not app.exception
    assert "What your twin was used for" in words(app)
    assert list(app.selectbox(key="whose").options) == ["Imani Okafor"]


def test_a_stranger_sees_nothing(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOILE_PERSON", "nobody")
    app.run()
    assert not app.exception
    assert "not on the list of people" in words(app)
    assert "What are we shooting?" not in words(app)


def test_an_admin_sees_who_works_here_and_what_each_role_may_do(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOILE_PERSON", "ada")
    app.run().switch_page(str(PAGES / "people.py")).run()
    assert not app.exception
    everybody, roles = app.dataframe[0].value, app.dataframe[1].value
    assert "Sam" in set(everybody["Name"])
    export = roles[roles["May"] == "See who works here"].iloc[0]
    assert (export["Admin"], export["Stylist"]) == ("●", "")


def test_nobody_else_is_told_who_works_here(home: Path) -> None:
    desks = bootstrap.desks(Settings(home=home, people=home / "people.yaml"))
    assert desks.desk("ada").house.people()
    with pytest.raises(NotAllowed):
        desks.desk("sam").house.people()

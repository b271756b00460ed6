"""People of a team sign in with OpenID Connect; who they are decides what they see."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .identity_provider import CLIENT, SECRET, Provider
from .serving import a_studio, a_tab, free_port

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
LIST = """
people:
  - {id: noor@example.com, name: Noor, brands: [maison-orel], roles: [director]}
  - {id: rae@example.com, name: Rae, brands: [rival], roles: [reviewer]}
  - {id: imani@example.com, name: Imani, roles: [owner], twins: [twin-imani]}
"""
SETUP = """
[auth]
redirect_uri = "http://127.0.0.1:{port}/oauth2callback"
cookie_secret = "a-long-secret-that-only-this-test-knows-0123456789"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""


@pytest.fixture(scope="module")
def team_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    home, provider, port = tmp_path_factory.mktemp("team"), Provider(), free_port()
    (home / "people.yaml").write_text(LIST, encoding="utf-8")
    secrets = home / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    told = SETUP.format(port=port, client=CLIENT, secret=SECRET, provider=provider.url)
    secrets.write_text(told, encoding="utf-8")
    own = {"HOME": str(home), "TOILE_PEOPLE": str(home / "people.yaml"), "OMP_NUM_THREADS": "1"}
    with a_studio(home / "toile", home / "studio.log", port, **own) as url:
        yield url
    provider.close()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    with a_tab(chromium, None, 1280, 800) as page:
        yield page


def sign_in(tab: Page, url: str, who: str) -> None:
    tab.goto(url)
    tab.get_by_role("button", name="Sign in").click()
    tab.get_by_role("link", name=who).click()


def test_nobody_sees_anything_before_signing_in(team_url: str, tab: Page) -> None:
    tab.goto(f"{team_url}/casting")
    expect(tab.get_by_role("button", name="Sign in")).to_be_visible()
    expect(tab.get_by_text("What are we shooting?")).to_have_count(0)
    expect(tab.get_by_text("Page not found")).to_have_count(0)


def test_a_director_signs_in_and_finds_her_brands_boards(
    team_url: str, tab: Page, artefacts: Path
) -> None:
    sign_in(tab, team_url, "Noor")
    expect(tab.get_by_text("What are we shooting?")).to_be_visible()
    expect(tab.get_by_role("button", name="Boards")).to_be_visible()
    tab.screenshot(path=artefacts / "7_signed_in.png")


def test_a_reviewer_of_another_brand_finds_none_of_them(team_url: str, tab: Page) -> None:
    sign_in(tab, team_url, "Rae")
    expect(tab.get_by_text("What are we shooting?")).to_be_visible()
    expect(tab.get_by_role("button", name="Boards")).to_have_count(0)
    expect(tab.get_by_text("Models", exact=True)).to_have_count(0)


@pytest.mark.parametrize(
    ("who", "typed"),
    [
        (
            "Rae",
            {
                "verify": "Is this one of ours?",
                "models": "This page is for other roles",
                "nowhere": "Nothing is here",
                "studio": "What are we shooting?",
            },
        ),
        (
            "Imani",
            {
                "studio": "This page is for other roles",
                "models": "What your twin was used for",
            },
        ),
    ],
)
def test_whatever_address_is_typed_leads_somewhere(
    team_url: str, tab: Page, who: str, typed: dict[str, str]
) -> None:
    sign_in(tab, team_url, who)
    expect(tab.get_by_text("Signed in as")).to_be_visible()
    for path, shown in typed.items():
        tab.goto(f"{team_url}/{path}")
        expect(tab.get_by_text(shown)).to_be_visible()
        expect(tab.get_by_text("Page not found")).to_have_count(0)


def test_a_stranger_is_told_whom_to_ask(team_url: str, tab: Page) -> None:
    sign_in(tab, team_url, "Stranger")
    expect(tab.get_by_text("not on the list of people here")).to_be_visible()
    # An unseen joiner keeps the address from becoming a link.
    expect(tab.get_by_text(re.compile("who\u2060?@example.com"))).to_be_visible()
    expect(tab.get_by_text("What are we shooting?")).to_have_count(0)


def test_whoever_signs_out_is_out(team_url: str, tab: Page) -> None:
    sign_in(tab, team_url, "Noor")
    tab.get_by_role("button", name="Sign out").click()
    expect(tab.get_by_role("button", name="Sign in")).to_be_visible()

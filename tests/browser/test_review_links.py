"""The stakeholder, who is shown: opens a link on a phone, says something, approves."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from toile import bootstrap
from toile.settings import Settings

from .test_studio_access import no_serious_finding
from .waiting import settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
PHONE = {"width": 390, "height": 844}
Link = Callable[..., tuple[str, str]]


@pytest.fixture(scope="session")
def link(studio_url: str, studio_home: Path, drawn: str) -> Link:
    """Return a maker of links to one small drawn picture: address and id."""
    desk = bootstrap.desk(Settings(home=studio_home, person="Noor"))
    board = desk.board(drawn)

    def make(**wish: object) -> tuple[str, str]:
        made = desk.shares.make(board, by="", **wish)  # type: ignore[arg-type]
        return f"{studio_url}/review?key={made.token}", made.share.id

    make.take_back = lambda name: desk.shares.take_back(board, name, by="")  # type: ignore[attr-defined]
    return make


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE)  # type: ignore[arg-type]
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def let_in(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Your name").fill("Ana")
    page.get_by_role("button", name="Open").click()


def test_a_stakeholder_opens_a_link_comments_and_approves(
    link: Link, phone: Page, artefacts: Path
) -> None:
    let_in(phone, link(to="The client")[0])
    picture = phone.get_by_role("img", name=re.compile("^Draft of shot"))
    expect(picture).to_have_js_property("complete", True)
    no_serious_finding(phone)
    assert "/app/static/shared/" in str(picture.get_attribute("src"))
    phone.get_by_label("What do you think?").fill("Lovely. Could the coat be longer?")
    phone.get_by_role("button", name="Only comment").click()
    said = phone.get_by_test_id("stMarkdown").filter(has_text="Lovely. Could the coat be longer?")
    expect(said).to_have_count(1)
    settle(phone)
    phone.get_by_role("button", name="Approve").click()
    expect(phone.get_by_text("Every picture has your answer")).to_be_visible()
    settle(phone)
    expect(phone.get_by_text(re.compile("Approved$"))).to_be_visible()
    phone.wait_for_function("wide => document.documentElement.scrollWidth <= wide", arg=390)
    phone.screenshot(path=artefacts / "6_review_on_a_phone.png", full_page=True)


def test_there_is_nothing_of_the_studio_around_a_review(link: Link, phone: Page) -> None:
    let_in(phone, link()[0])
    expect(phone.get_by_role("img", name=re.compile("^Draft of shot"))).to_be_visible()
    for word in ("Studio", "Casting", "Guidelines", "Models", "Conversation"):
        expect(phone.get_by_text(word, exact=True)).to_have_count(0)


def test_asking_for_changes_needs_a_reason(link: Link, phone: Page) -> None:
    let_in(phone, link()[0])
    expect(phone.get_by_role("img", name=re.compile("^Draft of shot"))).to_be_visible()
    settle(phone)
    phone.get_by_role("button", name="Ask for changes").click()
    expect(phone.get_by_text("Say why")).to_be_visible()


def test_closed_and_unknown_links_and_wrong_passwords_say_so(link: Link, phone: Page) -> None:
    address, name = link(password="camel coat")
    phone.goto(address)
    phone.get_by_label("Your name").fill("Ana")
    phone.get_by_role("textbox", name="Password").fill("camel boat")
    phone.get_by_role("button", name="Open").click()
    expect(phone.get_by_text("This is not the password.")).to_be_visible()
    settle(phone)
    phone.get_by_role("textbox", name="Password").fill("camel coat")
    phone.get_by_role("button", name="Open").click()
    expect(phone.get_by_role("img", name=re.compile("^Draft of shot"))).to_be_visible()
    link.take_back(name)  # type: ignore[attr-defined]
    phone.reload()
    expect(phone.get_by_text("This link was taken back.")).to_be_visible()
    phone.goto(address.partition("?")[0] + "?key=nonsense")
    expect(phone.get_by_text("This link does not open anything.")).to_be_visible()

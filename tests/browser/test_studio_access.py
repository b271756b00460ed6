"""Everybody can use it: axe finds nothing serious, the keyboard reaches the wall."""

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from .waiting import settle, until

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

BRIEF = (
    "Maison Orel, spring coats. Three pictures, 4:5, for our web shop in Germany and France, live "
    "from 2 March 2027 to 30 April 2027. Late sun, quiet. Imani in a camel trench coat."
)
SERIOUS = {"serious", "critical"}
PAGES = {
    "looks": "Line sheet",
    "casting": "Who may be in these pictures",
    "models": "What your twin was used for",
    "guidelines": "What does the brand say?",
    "verify": "Is this one of ours?",
}


@pytest.fixture
def board(page: Page) -> Page:
    page.goto("/")
    page.get_by_placeholder("Tell me about the shoot").fill(BRIEF)
    page.keyboard.press("Enter")
    expect(page.get_by_placeholder("Add or correct something")).to_be_visible()
    expect(page.get_by_placeholder("Tell me about the shoot")).to_be_hidden()
    no_serious_finding(page)
    page.get_by_role("button", name="This is right, plan the shots").click()
    expect(page.get_by_role("button", name=re.compile("^Draw "))).to_be_visible(timeout=120_000)
    settle(page)
    return page


def no_serious_finding(page: Page) -> None:
    # While a page is made anew, what is about to go is faded on purpose.
    settle(page)
    found = Axe().run(page).response["violations"]
    worst = [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in SERIOUS]
    assert not worst


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_finding(board: Page, scheme: Literal["light", "dark"]) -> None:
    address = board.url.partition("?")[2]
    board.emulate_media(color_scheme=scheme)
    board.goto(f"/?{address}")
    expect(board.get_by_role("button", name=re.compile("^Open shot 1,"))).to_be_visible()
    no_serious_finding(board)
    for path, words in PAGES.items():
        board.goto(f"/{path}?{address}")
        expect(board.get_by_text(words)).to_be_visible()
        no_serious_finding(board)
    board.goto(f"/shot?{address}&shot=s1")
    expect(board.get_by_text("Keep as it is")).to_be_visible()
    no_serious_finding(board)
    board.get_by_role("button", name=re.compile("^Why")).click()
    expect(board.get_by_role("dialog")).to_be_visible()
    no_serious_finding(board)


def test_the_keyboard_walks_the_wall_stars_and_opens_a_shot(board: Page) -> None:
    first = board.get_by_role("button", name=re.compile("^Open shot 1,"))
    first.focus()
    board.keyboard.press("ArrowRight")
    second = board.get_by_role("button", name=re.compile("^Open shot 2,"))
    expect(second).to_be_focused()
    board.keyboard.press("s")
    starred = board.get_by_role("button", name="Star shot 2")
    expect(starred).to_have_attribute("aria-pressed", "true")
    # At once, as quick hands do: the star and the way in may reach the studio together.
    board.keyboard.press("s")
    board.keyboard.press("Enter")
    expect(board.get_by_text("Keep as it is")).to_be_visible()


def test_a_card_moves_with_the_keyboard_and_stays_after_a_reload(board: Page) -> None:
    second = board.get_by_role("button", name=re.compile("^Open shot 2,"))
    title = str(second.get_attribute("aria-label")).partition(".")[0].partition(", ")[2]
    second.focus()
    board.keyboard.press("Alt+ArrowLeft")
    moved = board.get_by_role("button", name=re.compile(f"^Open shot 1, {re.escape(title)}"))
    expect(moved).to_be_visible()
    board.reload()
    expect(moved).to_be_visible()


def test_the_wall_keeps_two_columns_on_a_phone(board: Page) -> None:
    board.set_viewport_size({"width": 390, "height": 844})
    cards = board.locator("li .picture")
    expect(cards.first).to_be_visible()
    # The wall packs its cards anew once it knows its width.
    until(board, lambda: all(150 <= wide <= 190 for wide in widths(cards)), "Not two columns.")
    board.wait_for_function("document.documentElement.scrollWidth <= 390")


def widths(cards: Locator) -> list[float]:
    found: list[float] = cards.evaluate_all(
        "all => all.map(one => one.getBoundingClientRect().width)"
    )
    return found

"""Two crafts at one board: the director tries things out, the stylist refines the looks."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .waiting import settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

BRIEF = (
    "Maison Orel. Two pictures, 4:5, for our web shop in Germany and France, live "
    "from 2 March 2027 to 30 April 2027. Window light, grey seamless. Imani in a camel trench coat."
)
DRAWING_MS = 600_000


@pytest.fixture
def board(page: Page) -> Page:
    page.goto("/")
    page.get_by_placeholder("Tell me about the shoot").fill(BRIEF)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="This is right, plan the shots").click()
    expect(page.get_by_role("button", name=re.compile("^Draw "))).to_be_visible(timeout=120_000)
    settle(page)
    return page


def test_the_director_has_a_picture_drawn_changes_one_part_and_lays_both_side_by_side(
    board: Page, artefacts: Path
) -> None:
    wall = board.locator(".wall")
    wall.evaluate("wall => { wall.stands = true }")
    board.get_by_role("button", name=re.compile("^Open shot 1,")).focus()
    board.keyboard.press("x")
    board.get_by_role("button", name="Draw", exact=True).click()
    pictures = board.locator("li .picture img")
    expect(pictures).to_have_count(1, timeout=DRAWING_MS)
    board.get_by_role("button", name="Cancel").wait_for(state="hidden", timeout=DRAWING_MS)
    settle(board)
    assert wall.evaluate("wall => wall.stands === true"), "the wall was made anew under the eye"
    board.get_by_role("button", name=re.compile("^Open shot 1,")).press("Enter")
    expect(board.get_by_text("Keep as it is")).to_be_visible()
    settle(board)
    board.get_by_text("Rules", exact=True).click()
    expect(board.get_by_text(re.compile(r"\d+ rules? kept"))).to_be_visible()
    expect(board.get_by_text(re.compile("book asks|book allows|brand book")).first).to_be_visible()
    board.screenshot(path=artefacts / "6_director_rules.png")
    board.get_by_text("Parts", exact=True).click()
    board.get_by_role("button", name=re.compile("^camel trench coat$")).click(timeout=120_000)
    words = board.get_by_placeholder(re.compile("the camel trench coat"))
    expect(words).to_be_visible()
    settle(board)
    words.fill("make it navy")
    board.keyboard.press("Enter")
    expect(board.get_by_text("I will change the camel trench coat of shot 1 only.")).to_be_visible()
    board.get_by_role("button", name="Apply", exact=True).click()
    expect(board.get_by_role("button", name=re.compile("^Version 2"))).to_be_visible()
    drawn = board.get_by_alt_text(re.compile("version 2$"))
    expect(drawn).to_be_visible(timeout=DRAWING_MS)
    settle(board)
    board.get_by_text("Compare", exact=True).click()
    slider = board.locator("img.after")
    expect(slider).to_be_visible()
    board.get_by_text("Beside", exact=True).click()
    expect(slider).to_have_count(0)
    # Until the page rests, the picture of the other view may still stand beside the new ones.
    settle(board)
    beside = board.locator(".beside img")
    expect(beside).to_have_count(2)
    expect(beside.nth(0)).to_have_attribute("alt", re.compile("version 1$"))
    expect(beside.nth(1)).to_have_attribute("alt", re.compile("version 2$"))
    expect(board.get_by_text("navy trench coat").first).to_be_visible()
    board.screenshot(path=artefacts / "6_director_beside.png")


def test_the_stylist_swaps_a_colour_wherever_it_is_worn(board: Page, artefacts: Path) -> None:
    board.goto(f"/looks?{board.url.partition('?')[2]}")
    expect(board.get_by_text("Line sheet")).to_be_visible()
    settle(board)
    board.get_by_role("button", name="Swap a colour in every shot").click()
    expect(board.get_by_text("The brand's palette")).to_be_visible()
    settle(board)
    board.get_by_role("button", name="Use", exact=True).nth(3).click()
    board.get_by_role("button", name="Apply", exact=True).click()
    expect(board.get_by_text(re.compile("olive #5e6650", re.I)).first).to_be_visible()
    settle(board)
    board.screenshot(path=artefacts / "7_stylist_looks.png", full_page=True)


def test_two_messages_sent_one_after_the_other_are_both_done(board: Page) -> None:
    board.get_by_text("Auto", exact=True).click()
    settle(board)
    prompt = board.get_by_placeholder("Say what to change")
    for words in ("make 1 a close-up", "2 at dusk"):
        # As fast as a hand types: two sent within one tick of a busy page are one for Streamlit.
        prompt.press_sequentially(words, delay=60)
        prompt.press("Enter")
    said = board.get_by_test_id("stSidebar")
    for words in ("Make 1 a close-up", "2 at dusk"):
        expect(said.get_by_text(words, exact=True)).to_have_count(1)
    expect(board.get_by_text(re.compile("^Close-up ")).first).to_be_visible()
    expect(board.get_by_text(re.compile("Dusk$")).first).to_be_visible()
    board.reload()
    for words in ("Make 1 a close-up", "2 at dusk"):
        expect(said.get_by_text(words, exact=True)).to_have_count(1)

"""The main job in a real browser: a brief typed in words ends as a board of drafts."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .waiting import loaded, settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]

BRIEF = (
    "Maison Orel, spring coats. Two pictures, 4:5, for our web shop and organic social in Germany "
    "and France, live from 2 March 2027 to 30 April 2027. Late sun, warm paper wall, quiet. "
    "Imani in a camel trench coat. No fur."
)
DRAWING_MS = 600_000


def test_a_brief_typed_in_words_ends_as_a_board_of_drafts(page: Page, artefacts: Path) -> None:
    page.goto("/")
    expect(page.get_by_text("What are we shooting?")).to_be_visible()
    page.screenshot(path=artefacts / "1_empty_studio.png")

    page.get_by_placeholder("Tell me about the shoot").fill(BRIEF)
    page.keyboard.press("Enter")
    expect(page.get_by_text("What I understood")).to_be_visible()
    settle(page)
    page.screenshot(path=artefacts / "2_brief.png")

    page.get_by_role("button", name="This is right, plan the shots").click()
    draw = page.get_by_role("button", name=re.compile("^Draw "))
    expect(draw).to_be_visible(timeout=120_000)
    settle(page)
    page.screenshot(path=artefacts / "3_planned.png")

    draw.click()
    expect(page.get_by_role("button", name="Cancel")).to_be_visible()
    page.screenshot(path=artefacts / "4_drawing.png")

    expect(page.get_by_role("button", name="Cancel")).to_be_hidden(timeout=DRAWING_MS)
    pictures = page.locator("li .picture img")
    expect(pictures).to_have_count(2)
    settle(page)
    loaded(pictures)
    page.screenshot(path=artefacts / "5_board.png")
    page.reload()
    expect(pictures).to_have_count(2)

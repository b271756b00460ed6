"""The browser's own Back: out of a room, to another page, and away; nobody is held on a page."""

import re

import pytest
from playwright.sync_api import Page, expect

from .waiting import settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
# A page that Streamlit opens by a link writes its address in two steps.
MOST = 6


def test_back_leads_from_the_board_to_the_room_and_away(page: Page, drawn: str) -> None:
    page.goto(f"/guidelines?board={drawn}")
    settle(page)
    page.goto(f"/shot?board={drawn}&shot=s2")
    room, wall = (
        page.get_by_role("button", name="Previous"),
        page.get_by_role("button", name="Share"),
    )
    expect(room).to_be_visible()
    settle(page)
    page.get_by_role("button", name="Board").last.click()
    expect(wall).to_be_visible()
    settle(page)
    page.go_back()
    expect(room).to_be_visible()
    assert "shot=s2" in page.url
    settle(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/guidelines"))


def test_back_leads_through_the_shots_that_were_looked_at(page: Page, drawn: str) -> None:
    page.goto(f"/shot?board={drawn}&shot=s2")
    settle(page)
    page.get_by_role("button", name="Next").click()
    expect(page).to_have_url(re.compile("shot=s3"))
    settle(page)
    page.get_by_role("link", name="Looks").first.click()
    expect(page).to_have_url(re.compile("/looks"))
    for _ in range(MOST):
        settle(page)
        if "shot=s2" in page.url:
            break
        page.go_back()
    expect(page.get_by_role("heading", name=re.compile("^2 "))).to_be_visible()

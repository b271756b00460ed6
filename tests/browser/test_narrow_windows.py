"""Pages in a window no wider than half a screen: nothing hides, is a stamp or a letter wide."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, expect

from .serving import a_tab
from .waiting import loaded, settle, until

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


def box(one: Locator) -> FloatRect:
    found: list[FloatRect] = []

    def stands() -> bool:
        where = one.bounding_box()
        found.extend([where] if where else [])
        return bool(found)

    # While the page draws anew, nothing stands anywhere for a moment.
    until(one.page, stands, "It is nowhere on the page.")
    return found[0]


@pytest.mark.parametrize(("width", "beside"), [(900, False), (1024, False), (1440, True)])
def test_the_parts_stand_above_the_dock_and_the_facts_go_below_the_picture_where_there_is_no_room(
    chromium: Browser, studio_url: str, drawn: str, artefacts: Path, width: int, beside: bool
) -> None:
    with a_tab(chromium, studio_url, width=width, height=720) as page:
        page.goto(f"/?board={drawn}")
        loaded(page.locator("li .picture img"))
        settle(page)
        page.locator("li .picture:has(img)").first.click()
        expect(page.get_by_text("Keep as it is")).to_be_attached()
        settle(page)
        page.get_by_text("Parts", exact=True).click()
        coat = page.get_by_role("button", name="camel trench coat", exact=True)
        expect(coat).to_be_visible(timeout=120_000)
        picture, dock = page.locator(".stage"), page.get_by_placeholder("what should change")
        facts = page.get_by_text("Keep as it is")
        until(page, lambda: (box(facts)["x"] > box(picture)["x"]) == beside, "The facts stayed.")
        settle(page)
        page.screenshot(path=artefacts / f"room_{width}.png")
        assert box(coat)["y"] + box(coat)["height"] < box(picture)["y"]
        assert box(coat)["y"] + box(coat)["height"] < box(dock)["y"]
        assert box(picture)["width"] >= 200
        if not beside:
            assert box(facts)["y"] > box(picture)["y"] + box(picture)["height"]


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("brief", "Maison Orel, spring capsule", "The card"),
        ("looks", "Look 1", "Swap a colour in every shot"),
    ],
)
def test_what_stands_side_by_side_stands_below_where_there_is_no_room(
    chromium: Browser,
    studio_url: str,
    drawn: str,
    artefacts: Path,
    name: str,
    first: str,
    second: str,
) -> None:
    with a_tab(chromium, studio_url, width=900, height=720) as page:
        page.goto(f"/{name}?board={drawn}")
        left = page.get_by_test_id("stMain").get_by_text(first).first
        right = page.get_by_test_id("stMain").get_by_text(second).first
        expect(right).to_be_attached()
        until(page, lambda: box(right)["x"] < box(left)["x"] + 60, "It still stands beside.")
        settle(page)
        assert box(right)["y"] > box(left)["y"]
        page.screenshot(path=artefacts / f"{name}_900.png")

"""The director presents: the picture fills the screen, arrows move, nothing else is in the way."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]


def test_presenting_fills_the_screen_and_the_controls_fade(
    page: Page, drawn: str, artefacts: Path
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"/present?board={drawn}")
    show = page.get_by_role("dialog", name="Presentation")
    expect(show.get_by_role("img")).to_have_js_property("complete", True)
    expect(page.locator(".count")).to_contain_text("1 / ")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("document.fullscreenElement === null")
    expect(page.locator("dialog footer")).to_have_css("opacity", "0")
    page.screenshot(path=artefacts / "8_presenting.png")
    page.mouse.move(300, 300)
    expect(page.locator("dialog footer")).to_have_css("opacity", "1")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Share")).to_be_visible()
    assert faults == []

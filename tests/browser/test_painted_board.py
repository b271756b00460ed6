"""A board with a painter behind it, as a person sees it: words, preview, recipe."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import builders_tiny_pipelines as tiny
import pytest
from playwright.sync_api import Browser, Page, expect

from toile import bootstrap
from toile.adapters.models.folder import ModelFolder
from toile.settings import Settings

from .conftest import _free_port, _still, _wait_for
from .waiting import loaded, settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]

OWN_MODEL = """
[[model]]
name = "tiny-klein"
title = "Tiny klein"
family = "flux2_klein"
part = "base"
source = "own/tiny-klein"
licence = "Apache-2.0"
commercial = true
size_gb = 0.1
checked = { on = 2026-11-30, by = "Test", where = "made here" }
"""
BRIEF = (
    "Maison Orel, spring coats. One picture, 4:5, for our web shop and organic social in Germany "
    "and France, live from 2 March 2027 to 30 April 2027. Late sun, warm paper wall, quiet. "
    "Imani in a camel trench coat. No fur."
)
DRAWING_MS = 900_000


@pytest.fixture(scope="module")
def painting_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a studio whose painter is a tiny model, brought in as a user would."""
    place = tmp_path_factory.mktemp("painting")
    models, home = place / "models", place / "home"
    models.mkdir()
    (models / "models.toml").write_text(OWN_MODEL, encoding="utf-8")
    tiny.klein_as_published().save_pretrained(place / "start")
    ModelFolder(models).pull("tiny-klein", on=date(2026, 11, 30), by="T", start=place / "start")
    painting = {"TOILE_MODELS_DIR": str(models), "TOILE_PAINTER": "tiny-klein"}
    environment = os.environ | painting | {"TOILE_HOME": str(home), "TOILE_DEVICE": "cpu"}
    port, log = _free_port(), place / "studio.log"
    command = [sys.executable, "-m", "toile", "studio", "--no-browser", "--port", str(port)]
    with log.open("wb") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=output)
    try:
        url = f"http://127.0.0.1:{port}"
        _wait_for(url, server, log)
        _still(bootstrap.desk(Settings(home=home, person="Noor")))
        yield url
    finally:
        server.terminate()
        server.wait(30)


@pytest.fixture
def studio(chromium: Browser, painting_url: str) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme="light", base_url=painting_url
    )
    page = context.new_page()
    page.set_default_timeout(60_000)
    yield page
    context.close()


def test_a_painted_picture_is_told_step_by_step_seen_forming_and_says_what_made_it(
    studio: Page, artefacts: Path
) -> None:
    studio.goto("/")
    studio.get_by_placeholder("Tell me about the shoot").fill(BRIEF)
    studio.keyboard.press("Enter")
    studio.get_by_role("button", name="This is right, plan the shots").click()
    studio.get_by_role("button", name="Draw it").click(timeout=120_000)

    expect(studio.get_by_text(re.compile(r"· (painting|step \d of 4)"))).to_be_visible(
        timeout=DRAWING_MS
    )
    forming = studio.locator('li img[src*="?"]')
    expect(forming.first).to_be_visible(timeout=DRAWING_MS)
    studio.screenshot(path=artefacts / "painting.png")

    expect(studio.get_by_role("button", name="Cancel")).to_be_hidden(timeout=DRAWING_MS)
    pictures = studio.locator("li .picture img")
    settle(studio)
    loaded(pictures)
    pictures.first.click()
    studio.get_by_text("Recipe", exact=True).first.click()
    for words in ("Tiny klein (Apache-2.0), 4 steps", "No picture of anybody", "paint_shot"):
        expect(studio.get_by_text(words).first).to_be_visible()
    expect(studio.get_by_text(re.compile("^local-[0-9a-f]{12}$"))).to_be_visible()
    studio.screenshot(path=artefacts / "painted_recipe.png")

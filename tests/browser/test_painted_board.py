"""A board with a painter behind it, as a person sees it: words, preview, recipe."""

import re
from collections.abc import Iterator
from pathlib import Path

import builders_tiny_pipelines as tiny
import pytest
from builders_own_model import NAME, brought_in
from playwright.sync_api import Browser, Page, expect

from toile import bootstrap
from toile.settings import Settings

from .serving import a_studio, a_tab, free_port, still
from .waiting import loaded, settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(1800)]

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
    models, home = brought_in(place, tiny.klein_as_published()), place / "home"
    painting = {"TOILE_MODELS_DIR": str(models), "TOILE_PAINTER": NAME, "TOILE_DEVICE": "cpu"}
    with a_studio(home, place / "studio.log", free_port(), **painting) as url:
        still(bootstrap.desk(Settings(home=home, person="Noor")))
        yield url


@pytest.fixture
def studio(chromium: Browser, painting_url: str) -> Iterator[Page]:
    with a_tab(chromium, painting_url) as page:
        yield page


def test_a_painted_picture_is_told_step_by_step_seen_forming_and_says_what_made_it(
    studio: Page, artefacts: Path
) -> None:
    studio.goto("/")
    expect(studio.get_by_text("What are we shooting?")).to_be_visible()
    settle(studio)
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

"""The director speaks: what the browser heard stands in the prompt, to read and to send."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from .waiting import settle

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]
# Speech is the browser's own service and needs its maker: here it is a browser's answer to it.
HEARS = """window.SpeechRecognition = class {
    start() {
        this.onresult({ results: [[{ transcript: "six pictures of knitwear" }]] });
        this.onend();
    }
}"""
REFUSES = """window.SpeechRecognition = class {
    start() { this.onerror({ error: "not-allowed" }); this.onend(); }
}"""
HAS_NONE = "window.SpeechRecognition = window.webkitSpeechRecognition = undefined"
BRIEF = (
    "Maison Orel. Two pictures, 4:5, for our web shop in Germany, live from 2 March 2027 to "
    "30 April 2027. Window light, grey seamless. Imani in a camel trench coat."
)
Opens = Callable[[str], Page]


@pytest.fixture
def studio_in(chromium: Browser, studio_url: str) -> Iterator[Opens]:
    context = chromium.new_context(base_url=studio_url)

    def opened(browser: str) -> Page:
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.add_init_script(browser)
        page.goto("/")
        expect(page.get_by_text("What are we shooting?")).to_be_visible()
        settle(page)
        return page

    yield opened
    context.close()


def test_spoken_words_stand_in_the_prompt_and_are_not_sent(studio_in: Opens) -> None:
    page = studio_in(HEARS)
    page.get_by_role("button", name=re.compile("^Speak instead")).click()
    expect(page.get_by_placeholder("Tell me about the shoot")).to_have_value(
        "six pictures of knitwear"
    )
    expect(page.get_by_text("What are we shooting?")).to_be_visible()


def test_a_refused_microphone_says_what_to_do(studio_in: Opens) -> None:
    page = studio_in(REFUSES)
    page.get_by_role("button", name=re.compile("^Speak instead")).click()
    expect(page.get_by_text("The microphone is not allowed here.")).to_be_visible()


def test_where_the_browser_has_no_speech_there_is_no_microphone(studio_in: Opens) -> None:
    page = studio_in(HAS_NONE)
    expect(page.get_by_role("button", name=re.compile("^Speak instead"))).to_have_count(0)


def test_words_typed_and_not_sent_as_a_brief_becomes_a_board_still_stand_in_the_prompt(
    studio_in: Opens,
) -> None:
    page = studio_in(HEARS)
    page.get_by_placeholder("Tell me about the shoot").fill(BRIEF)
    page.keyboard.press("Enter")
    right = page.get_by_role("button", name="This is right, plan the shots")
    expect(right).to_be_visible()
    settle(page)
    page.get_by_placeholder("Add or correct something").fill("2 warmer, and")
    right.click()
    prompt = page.get_by_placeholder("Say what to change")
    expect(prompt).to_be_visible(timeout=120_000)
    settle(page)
    expect(prompt).to_have_value("2 warmer, and")

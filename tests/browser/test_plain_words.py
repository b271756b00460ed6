"""Words of people and models in a page: shown as they were written, and never as anything else."""

import json
from collections.abc import Iterator

import pytest
from browser.serving import free_port, served
from browser.waiting import settle
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]
WORDS = (
    "[a link](https://evil.example)",
    "![a picture](https://evil.example/x.png)",
    "https://evil.example/path",
    "See www.evil.example now",
    "write to noor@evil.example",
    "<https://evil.example>",
    "<b>bold</b><img src=x onerror=alert(1)><script>alert(1)</script>",
    "a :material/delete: here",
    "smile :smile: and :red[red] and :blue-background[x] and :small[x]",
    "costs $5 and $6, $$x^2$$",
    "**bold** *slanted* ~~gone~~ `code`",
    "# Not a heading",
    "Title\n===",
    "- not a list",
    "+ not a list",
    "1. not a list",
    "2) not a list",
    "    not code",
    "> not a quotation",
    "---",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[^1]: a note",
    "&lt;b&gt; &copy; &#x41;",
    "a\\*b",
)
MADE = (
    "a, img, script, code, pre, ul, ol, li, table, blockquote, hr, h1, h2, h3, strong, em, del,"
    "sup, .katex, [data-testid=stIconMaterial], span[style*=color], span[role=img]"
)
SCRIPT = """
import json, sys, pathlib
import streamlit as st
from toile.ui.wording import plain
for at, text in enumerate(json.loads(pathlib.Path({file!r}).read_text("utf-8"))):
    with st.container(key=f"said_{{at}}"):
        st.markdown(plain(text).replace("\\n", "  \\n"))
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory, chromium: Browser) -> Iterator[list[str]]:
    place = tmp_path_factory.mktemp("plain")
    (place / "words.json").write_text(json.dumps(WORDS), encoding="utf-8")
    script = place / "page.py"
    script.write_text(SCRIPT.format(file=str(place / "words.json")), encoding="utf-8")
    port = free_port()
    streamlit = ("-m", "streamlit", "run", str(script), "--server.port", str(port),
                 "--server.address", "127.0.0.1", "--server.headless", "true")  # fmt: skip
    with served(streamlit, port, place / "log") as url:
        yield list(_found(chromium, url))


def _found(chromium: Browser, url: str) -> Iterator[str]:
    page = chromium.new_page()
    page.goto(url)
    page.wait_for_selector(f".st-key-said_{len(WORDS) - 1}", timeout=60_000)
    settle(page)
    for at, text in enumerate(WORDS):
        box = page.locator(f".st-key-said_{at}")
        made = box.locator(MADE)
        if made.count():
            yield f"{text!r} became {made.first.evaluate('node => node.outerHTML')[:120]}"
        said = "".join(box.inner_text().split()).replace("\u2060", "")
        if said != "".join(text.split()):
            yield f"{text!r} reads {box.inner_text()!r}"
    page.close()


def test_words_are_shown_as_they_were_written(shown: list[str]) -> None:
    assert "\n".join(shown) == ""

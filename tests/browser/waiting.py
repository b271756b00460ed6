"""When a page may be looked at: its script has run, and nothing on it is about to go."""

from collections.abc import Callable

from playwright.sync_api import Locator, Page

# A click takes a moment to reach the script, so rest counts only when it lasts.
_AT_REST = """() => {
    const app = document.querySelector('.stApp');
    const busy = app?.dataset.testScriptState !== 'notRunning'
        || document.querySelector('[data-stale="true"]');
    if (busy) { window.restSince = null; return false; }
    window.restSince ??= performance.now();
    return performance.now() - window.restSince > 500;
}"""
_LOADED = "images => images.every(one => one.src && one.complete && one.naturalWidth >= 200)"
_EVERY_MS, _TIMES = 200, 300


def settle(page: Page) -> None:
    """Wait until what was last done to a page is on it."""
    page.evaluate("window.restSince = null")
    page.wait_for_function(_AT_REST)


def until(page: Page, holds: Callable[[], bool], what: str) -> None:
    """Wait until something measured on a page holds; ``what`` says it when it never does."""
    for _ in range(_TIMES):
        if holds():
            return
        page.wait_for_timeout(_EVERY_MS)
    raise AssertionError(what)


def loaded(pictures: Locator) -> None:
    """Wait until pictures are loaded, each more than a dot."""
    pictures.first.wait_for()
    until(pictures.page, lambda: bool(pictures.evaluate_all(_LOADED)), "Pictures did not load.")

"""Speaking instead of typing, where the person's own browser can turn speech into words."""

from collections.abc import Callable

from toile.ui.components.kit import part

_voice = part("voice", '<div class="t"></div>')


def voice(*, key: str, heard: Callable[[], None]) -> None:
    """Draw a microphone, or nothing where the browser has none.

    ``heard`` is called before the page is made anew; the words are what ``key`` sent as ``heard``.
    """
    _voice(data={}, key=key, on_heard_change=heard)

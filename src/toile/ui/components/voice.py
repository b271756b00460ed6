"""Speaking instead of typing, where the person's own browser can turn speech into words."""

from toile.ui.components.kit import ignore, part

_voice = part("voice", '<div class="t"></div>')


def voice(*, key: str) -> str | None:
    """Draw a microphone, or nothing where the browser has none, and return what was heard."""
    result = _voice(data={}, key=key, on_heard_change=ignore)
    heard = result.heard
    return heard.strip() or None if isinstance(heard, str) else None

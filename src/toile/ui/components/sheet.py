"""The contact sheet as one custom part: every drawn version, small."""

from typing import Any

from toile.ui.components.kit import ignore, part

_sheet = part("sheet", '<div class="t"><div class="sheet"></div></div>')


def contact_sheet(frames: list[dict[str, Any]], *, key: str) -> tuple[str, int] | None:
    """Draw the frames and return the shot and version opened."""
    result = _sheet(data={"frames": frames}, key=key, on_open_change=ignore)
    if not isinstance(result.open, str):
        return None
    shot, _, number = result.open.rpartition("/")
    return shot, int(number)

"""The board shown full screen, one picture at a time."""

from typing import Any

from toile.ui.components.kit import ignore, markup, part

_present = part("present", markup("present.html"))


def slides(pictures: list[dict[str, Any]], *, key: str, start: int = 0) -> bool:
    """Show the pictures and return whether the person has left."""
    result = _present(data={"slides": pictures, "start": start}, key=key, on_closed_change=ignore)
    return bool(result.closed)

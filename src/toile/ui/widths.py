"""Whether the window has room for things side by side: measured by a part, kept for the next page.

Only the browser knows its width, so a page is drawn wide at first and made anew where it is not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from toile.ui import session
from toile.ui.components.kit import Measure


@dataclass(frozen=True)
class Laid:
    """The places of a page, left to right, and how its first part measures the page."""

    places: tuple[Any, ...]
    measure: Callable[[str], Measure]


def side_by_side(widths: Sequence[float], *, stays: int = 1, gap: str = "medium") -> Laid:
    """Lay out places side by side; where there is no room, those after ``stays`` go below."""
    narrow = session.read().narrow
    beside = widths[:stays] if narrow else widths
    places = st.columns(list(beside), gap="small" if narrow else gap)  # type: ignore[call-overload]
    below = [st.container() for _ in widths[len(beside) :]]
    share = widths[0] / sum(beside)

    def measure(key: str) -> Measure:
        return Measure(share, narrow, lambda: _measured(key))

    return Laid((*places, *below), measure)


def _measured(key: str) -> None:
    session.write(narrow=session.sent(key, "room") == "narrow")

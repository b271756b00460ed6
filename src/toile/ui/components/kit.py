"""Loads a custom part from the files in ``web``. Data reaches a part only through ``data=``."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import streamlit as st

Part = Callable[..., Any]
_WEB = files("toile.ui.components") / "web"


@dataclass(frozen=True)
class Measure:
    """How a part measures its page: by its share of the width, and what for it was drawn."""

    share: float
    narrow: bool
    measured: Callable[[], None]

    @property
    def data(self) -> dict[str, Any]:
        """Return what the part is told."""
        return {"share": self.share, "room": "narrow" if self.narrow else "wide"}


def part(name: str, html: str) -> Part:
    """Register a part once, from ``web/NAME.css`` and ``web/NAME.js``, and return its caller."""
    return st.components.v2.component(
        f"toile_{name}",
        html=html,
        css=_read("base.css") + _read(f"{name}.css"),
        js=_read("room.js") + _read(f"{name}.js"),
    )


def markup(name: str) -> str:
    """Return the fixed markup of a part that has more than a line of it."""
    return _read(name)


def ignore() -> None:
    """Let a trigger be returned by the part; it needs a callback to be known."""


def _read(name: str) -> str:
    return (_WEB / name).read_text(encoding="utf-8")

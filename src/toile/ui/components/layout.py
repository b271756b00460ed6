"""Small arrangements every page uses: rows, headings, badges, rows of choice."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from toile.ui.wording import Standing, plain


def row(**options: Any) -> DeltaGenerator:
    """Return a horizontal container, its parts centred on one line unless told otherwise."""
    return st.container(**{"horizontal": True, "vertical_alignment": "center", **options})


def heading(over: str, title: str) -> None:
    """Draw the quiet line and the serif title every page begins with."""
    with st.container(gap=None):
        st.caption(over)
        st.header(title, anchor=False)


def ink(label: str) -> str:
    """Return the words of a pill or segment, in ink whether it is chosen or not.

    Streamlit writes a chosen one in the accent, too faint on a dark page; the theme's violet is
    our ink.
    """
    return f":violet[{plain(label)}]"


def badge(standing: Standing) -> None:
    """Draw a decision: colour, word and icon."""
    st.badge(standing.word, icon=standing.icon, color=standing.colour)


def fact(label: str, value: str, *, width: int = 108) -> None:
    """Draw one row of a card: quiet label, then the words."""
    with row(gap="small", wrap=False, vertical_alignment="top"):
        st.markdown(f":gray[{label}]", width=width)
        st.markdown(value, width="stretch")

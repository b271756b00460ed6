"""The empty first page: what are we shooting, and three ways to begin."""

from typing import Literal

import streamlit as st

from toile.ui.components.layout import row

Way = Literal["write", "drop", "example"]
_WAYS: tuple[tuple[Way, str, str, str, str], ...] = (
    (
        "write",
        ":material/edit_note:",
        "Write a brief",
        "“Eight pictures for the autumn capsule, late sun, Imani opens.”",
        "Start",
    ),
    (
        "drop",
        ":material/attach_file:",
        "Drop a brief or brand book",
        "PDF, Word or text. Every rule I use will name its page.",
        "Choose",
    ),
    (
        "example",
        ":material/grid_view:",
        "Look at a finished example",
        "A made-up brand, its book, twins who do not exist, and one refusal.",
        "Open",
    ),
)


def begin(*, example: bool) -> Way | None:
    """Draw the welcome and return the way chosen; the example only where there is one."""
    chosen: Way | None = None
    with st.container(horizontal_alignment="center"), st.container(width=640):
        st.title("What are we shooting?", anchor=False)
        st.markdown(
            "Write it the way you would tell a friend, or drop the brief and the brand book below. "
            "I read it, ask at most five questions, and show you every picture I plan before I "
            "draw one."
        )
        st.space("small")
        st.caption("Three ways to begin" if example else "Two ways to begin")
        for way, icon, title, quiet, verb in _WAYS:
            if (way != "example" or example) and _way(icon, title, quiet, verb, way):
                chosen = way
    return chosen


def _way(icon: str, title: str, quiet: str, verb: str, key: str) -> bool:
    with st.container(border=True), row(gap="medium"):
        st.markdown(icon, width="content")
        with st.container(gap=None, width="stretch"):
            st.markdown(f"**{title}**  \n:gray[{quiet}]")
        return st.button(
            verb,
            key=f"begin_{key}",
            type="tertiary",
            icon=":material/arrow_forward:",
            icon_position="right",
            wrap=False,
            help=title,
        )

"""A word in passing, seen once: also where the page is made anew right after it was said.

What a run says and does not live to deliver would be lost, so it is kept until a run ends whole.
"""

from typing import Any

import streamlit as st

from toile.ui import session


def toast(words: str, **how: Any) -> None:
    """Say something in passing; ``how`` is as for ``st.toast``."""
    session.say_once(words, how)


def show() -> None:
    """Show what was said since a page was last whole; the last thing of every page."""
    for words, how in session.take_said():
        st.toast(words, **how)

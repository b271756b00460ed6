"""The one prompt: words, files, and the person's own voice where the browser gives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from toile.ui import session
from toile.ui.components.layout import row
from toile.ui.components.voice import voice

# One prompt for a brief and its board, at the same place below: what is typed and not yet sent as
# the one becomes the other would be lost with another.
PROMPT = "say"


@dataclass(frozen=True)
class Said:
    """What was sent: words, and uploaded files."""

    text: str
    files: tuple[Any, ...] = ()


def prompt(hint: str, *, key: str, kinds: Sequence[str] = ()) -> Said | None:
    """Draw the prompt and return what was sent.

    ``kinds`` are the endings of files it takes. What was spoken goes into it, to read and change.
    """
    takes: dict[str, Any] = {"accept_file": "multiple", "file_type": list(kinds)} if kinds else {}
    with row(gap=None, wrap=False):
        with st.container(width="stretch"):
            st.chat_input(hint, key=key, on_submit=session.keep_sent, args=(key,), **takes)
        with st.container(width="content"):
            voice(key=f"{key}_voice", heard=lambda: _spoken(key))
    said = session.take_sent(key)
    if not said:
        return None
    return Said(said.text, tuple(said.files)) if kinds else Said(str(said))


def _spoken(key: str) -> None:
    """Put what was heard into the prompt, before the page is made anew: later it is shut."""
    words = session.sent(f"{key}_voice", "heard")
    if isinstance(words, str) and words.strip():
        session.prefill(key, words.strip())

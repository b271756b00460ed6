"""The notes on one shot, and the line for a new one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import streamlit as st

from toile.domain.board import Comment
from toile.ui.components.layout import row
from toile.ui.wording import plain


@dataclass(frozen=True)
class NoteIntent:
    """What the person did: wrote a note, dropped the pin, or settled a note."""

    do: Literal["add", "drop", "settle"]
    text: str = ""
    note: str = ""


def comments(notes: Sequence[Comment], *, pin: tuple[float, float] | None) -> NoteIntent | None:
    """Draw the open notes; with a pin set, the form for a new one."""
    st.subheader("Comments", anchor=False)
    for no, note in enumerate((note for note in notes if not note.done), start=1):
        with row(gap="small", vertical_alignment="top", wrap=False):
            st.badge(str(no), color="gray")
            st.markdown(
                f"**{plain(note.by)}**, version {note.version}  \n{plain(note.text)}",
                width="stretch",
            )
            if st.button("Done", key=f"settle_{note.id}", type="tertiary", wrap=False):
                return NoteIntent("settle", note=note.id)
    if pin is None:
        st.caption("Click the picture to pin a comment.")
        return None
    return _new()


def _new() -> NoteIntent | None:
    with st.form("new_comment", clear_on_submit=True):
        text = st.text_area("Your comment at the pin", key="comment_text", height=80)
        with row(gap="xsmall"):
            sent = st.form_submit_button("Pin it")
            dropped = st.form_submit_button("Never mind", type="tertiary")
    if dropped:
        return NoteIntent("drop")
    return NoteIntent("add", text=text.strip()) if sent and text.strip() else None

"""What people answer to a version: approve it, ask for changes, or reject it with a reason."""

import streamlit as st

from toile.ui import services, session
from toile.ui.components.layout import row
from toile.ui.trouble import told


@st.dialog("Ask for changes")
def reason(board_id: str, shot: str, number: int) -> None:
    """Ask what should be different, and send it as changes or as a no."""
    words = st.text_area("What should be different?", key="change_reason")
    with row(gap="xsmall"):
        if st.button("Send", type="primary", key="send_changes") and words.strip():
            judge(board_id, shot, number, "changes", words.strip())
        if st.button("Reject this version", key="reject", type="tertiary"):
            judge(board_id, shot, number, "rejected", words.strip())


def judge(board_id: str, shot: str, number: int, answer: str, words: str) -> None:
    """Record an answer, bound to the picture."""
    studio = services.studio()
    with told():
        board = studio.board(board_id)
        studio.verdict(board, shot, number, answer, by=session.person(), reason=words)
        st.rerun()

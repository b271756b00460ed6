"""The drawer that answers "why?": the decision, where it holds, the words, the ways out."""

import streamlit as st

from toile.ui import reading, services, session
from toile.ui.components import why as parts
from toile.ui.trouble import told


@st.dialog("Why", width="medium", position="right", icon=":material/gavel:")
def why(board_id: str, shot: str, version: int | None = None) -> None:
    """Draw the reasons for a shot, and carry out a remedy when one is chosen."""
    with told():
        studio = services.studio()
        board = studio.board(board_id)
        found = studio.why(board, shot)
        parts.decision(found)
        chosen = parts.remedies(found)
        parts.passages(found.cited, reading.open_at)
        # Last, because the rules of a book take a moment when they are first read.
        number = version or board.panel(shot).current
        mend = parts.book(studio.rules.version(board, shot, number), reading.open_at)
        if chosen is not None:
            studio.remedy(board, shot, chosen, by=session.person())
            st.rerun()
        if mend is not None:
            session.write(proposal=studio.plan(board, mend.fix, mend.edits))
            st.rerun()

"""Brief: the client's words, what was understood, and what is still open."""

import streamlit as st

from toile.ui import opened, talk
from toile.ui.components.layout import heading
from toile.ui.places import go
from toile.ui.stages.briefing import briefing

board = opened.board()
if board is None:
    talk.side_panel(None)
    heading("No board is open", "Which brief?")
    st.markdown("Open a board from the side panel, or begin a new one in the studio.")
    if st.button("Begin", type="primary"):
        go("studio")
else:
    briefing(board)

"""Looks: garments on a body, the brand's palette, the line sheet, what does not match."""

import streamlit as st

from toile.ui import opened, panels, talk
from toile.ui.components.layout import heading
from toile.ui.places import go
from toile.ui.stages import dock, looks

board = opened.board()
if board is None or not board.panels:
    talk.side_panel(board)
    heading("Looks", "What do they wear?")
    st.markdown("Plan a board first: a look is what is worn in its shots.")
    if st.button("To the studio", type="primary"):
        go("studio")
    st.stop()

now = panels.wall_of(board)
talk.side_panel(board)
about = looks.looks(now)
dock.dock(now, working=False, about=about)

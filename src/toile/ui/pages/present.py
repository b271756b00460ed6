"""Present: the pictures full screen; Esc returns to the board."""

import streamlit as st

from toile.ui import cards, opened, panels, session, wording
from toile.ui.components.slides import slides
from toile.ui.places import go

shot, board = session.read().shot, opened.board()
if board is None:
    go("studio")
now = panels.wall_of(board)
drawn = [panel for panel in now.board.panels if now.standings[panel.id].allowed]
numbers = [str(panel.id) for panel in drawn if now.shown(panel, "full")]
pictures = [
    {
        "no": panel.now.shot.no,
        "title": cards.title(panel.now.shot),
        "image": url,
        "line": f"{cards.line(panel.now.shot)} · {now.standings[panel.id].people}",
        "look": wording.capital(panel.now.shot.look or ", ".join(panel.now.shot.garments)),
    }
    for panel in drawn
    if (url := now.shown(panel, "full"))
]
if not pictures:
    st.markdown("Nothing is drawn yet, so there is nothing to show.")
    if st.button("Back to the board"):
        go("studio")
elif slides(pictures, key="slides", start=numbers.index(shot) if shot in numbers else 0):
    go("studio")

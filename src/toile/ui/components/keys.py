"""Every key of the wall and of the shot room, on one card."""

import streamlit as st

from toile.ui.components.layout import fact

_KEYS = (
    ("Arrows, J, K", "From card to card; Home and End for the first and the last"),
    ("Enter", "Open the shot"),
    ("S", "Star it, or take the star away"),
    ("X", "Choose it; Shift and X chooses everything up to it"),
    ("R", "Reject it, with a reason"),
    ("W", "Why: the decision behind the badge"),
    ("Alt and arrow", "Move the card within its set-up"),
    ("U, Shift and U", "Undo, redo"),
    ("Esc", "From a shot back to the board"),
    ("?", "This card"),
)


@st.dialog("Keys")
def keys() -> None:
    """Draw the keys; on the wall they work while a card has the focus."""
    st.caption("They work while a card of the wall has the focus.")
    for key, what in _KEYS:
        fact(f"**{key}**", what, width=140)

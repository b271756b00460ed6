"""Review: what somebody with a link sees; one picture at a time, to comment on and to answer."""

import streamlit as st

from toile.ui import reviewing, services
from toile.ui.components import review as parts
from toile.ui.links import shared_url
from toile.ui.trouble import told
from toile.workflow.guests import Visit


def show(visit: Visit) -> None:
    """Draw what the link shows, and do what the visitor says."""
    guests = services.desks().guests
    board = guests.board(visit)
    if not board.pictures:
        st.markdown("None of these pictures may be shown any more.")
        return
    # Side by side on a desk, one below the other on a phone.
    left, right = st.columns([1.25, 1], gap="large")
    with right:
        # The way along the pictures stands below the words about the one it leads to.
        above, along, below = st.container(), st.container(), st.container()
    with along:
        one = parts.chosen(board)
    with left:
        parts.picture(one, shared_url(visit.share, one.draft) if one.draft else None)
    with above:
        parts.heading(board, visit.name, one)
        said = parts.words(one) if one.draft and board.mode == "comment" else None
    with below:
        parts.progress(board)
        parts.notes(one)
    if said is None or one.draft is None:
        return
    if said.text.strip() or said.answer is None:
        guests.comment(visit, one.draft, said.text)
    if said.answer is not None:
        guests.answer(visit, one.draft, said.answer, reason=said.text)
        parts.answered(board, one, said.answer)
    st.rerun()


with st.container(horizontal_alignment="center"), st.container(width=1180, gap="medium"):
    let_in = reviewing.visit()
    if let_in is not None:
        with told():
            show(let_in)

"""Casting: who may be in these pictures, and who is the nearest yes."""

import streamlit as st

from toile.domain.board import Board
from toile.ui import cards, opened, panels, people, services, session, talk, wording
from toile.ui.components import casting as parts
from toile.ui.components.layout import heading
from toile.ui.places import go
from toile.ui.trouble import told
from toile.workflow.find_twins import FoundTwins


def described(board: Board, shot: str) -> FoundTwins | None:
    """Draw the line for a description; return who fits it, and for which use that was decided."""
    words = parts.description()
    if not words:
        return None
    with told():
        found = services.studio().finds.for_shot(board, shot, words)
        media, places, own_days = people.use_in_words(found.usage)
        lines = people.use_in_words(board.usage)
        parts.use_read(
            (media, places, found.when), () if (media, places, own_days) == lines else lines
        )
        return found
    return None


board = opened.board()
if board is None or not board.panels:
    talk.side_panel(board)
    heading("Casting", "Who may be in these pictures?")
    st.markdown("Plan a board first: whether somebody may be in a picture depends on its use.")
    if st.button("To the studio", type="primary"):
        go("studio")
    st.stop()

now = panels.wall_of(board)
with st.sidebar:
    st.subheader("This use", anchor=False)
    st.markdown("  \n".join(people.use_in_words(board.usage)))
    st.caption("From your brief. Change it there and every decision is made again.")
    kept = people.filters(services.studio().twins())
heading(f"Casting for {board.title}", "Who may be in these pictures")
names = {panel.id: f"{panel.now.shot.no} {cards.title(panel.now.shot)}" for panel in board.panels}
shot = st.selectbox("Shot", list(names), format_func=names.__getitem__, width=380, key="cast_shot")
here = {one.twin.id: one for one in services.studio().candidates(board, shot)}
search = described(board, shot)
candidates = search.found if search else tuple(here.values())
standing = now.standings[shot]
cast: str | None = None
if not standing.allowed:
    first = next((one for one in candidates if here[one.twin.id].allowed), None)
    wanted = f"Shot {names[shot]} cannot be drawn yet."
    if parts.nearest(wanted, standing.headline, first) and first:
        cast = first.twin.id
st.space("small")
prices = services.studio().can("cast")
faces = [
    parts.Face(one, people.portrait(one.twin), people.terms(one, prices=prices), here[one.twin.id])
    for one in candidates
    if kept(one)
]
number = board.panel(shot).now.shot.no
cast = parts.people(faces, verb=f"Cast in {number}") or cast
if not faces:
    st.caption(f"Nobody on file fits all of that. {wording.capital('loosen a filter')}.")
if cast:
    with told():
        services.studio().cast(board, (shot,), cast, by=session.person())
        st.rerun()

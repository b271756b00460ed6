"""The drawers that answer "why?" for one shot, and "what now?" for all that are refused."""

import streamlit as st

from toile.domain.board import Board
from toile.ui import reading, services, session
from toile.ui.components import why as parts
from toile.ui.places import go
from toile.ui.trouble import told
from toile.workflow.desk import Desk


@st.dialog("Why", width="medium", position="right", icon=":material/gavel:")
def why(board_id: str, shot: str, version: int | None = None) -> None:
    """Draw the reasons for a shot, and carry out a remedy when one is chosen."""
    with told():
        studio = services.studio()
        board = studio.board(board_id)
        found = studio.why(board, shot)
        parts.decision(found)
        _held(studio, board, shot)
        chosen = parts.remedies(found)
        parts.passages(found.cited, reading.open_at)
        # Last, because the rules of a book take a moment when they are first read.
        number = version or board.panel(shot).current
        mend = parts.book(studio.rules.version(board, shot, number), reading.open_at)
        if isinstance(chosen, int):
            studio.remedy(board, shot, chosen, by=session.person())
            st.rerun()
        if isinstance(chosen, str):
            studio.cast(board, (shot,), chosen, by=session.person())
            st.rerun()
        if mend is not None:
            session.write(proposal=studio.plan(board, mend.fix, mend.edits))
            st.rerun()


def _held(studio: Desk, board: Board, shot: str) -> None:
    """Draw what keeps the picture in the house, where it may be drawn and may not leave."""
    for one in studio.shares.held_back(board):
        if one.shot == shot and parts.stays_in(one, may=studio.can("owner.view")):
            session.prefill("whose", str(one.twins[0]))
            go("models")


@st.dialog("Ways to a yes", width="medium", position="right", icon=":material/alt_route:")
def ways(board_id: str) -> None:
    """Draw why shots are refused and what would open them, and take a way when one is chosen."""
    with told():
        studio = services.studio()
        board = studio.board(board_id)
        refused = [decided for decided in studio.decide(board) if not decided.allowed]
        numbers = {str(panel.id): panel.now.shot.no for panel in board.panels}
        parts.reasons(refused, numbers)
        with st.spinner("Trying what would open them"):
            found = studio.ways.listed(board)
        way = parts.ways(found, len(refused), may=studio.allows("ways.take", board))
        if way is not None:
            studio.ways.take(board, way, by=session.person())
            st.rerun()
        if parts.others():
            go("casting")

"""The board in hand, read afresh; an address whose board is gone leads back to the beginning."""

import streamlit as st

from toile.domain.board import Board
from toile.domain.errors import NotFound
from toile.ui import services, session


def board(*, keep_shot: bool = False) -> Board | None:
    """Return the open board as it stands, or ``None`` when none is open."""
    held = session.read()
    if held.board is None:
        return None
    try:
        found = services.studio().board(held.board)
    except NotFound:
        st.warning("That board is not on file here. Begin a new one, or pick another.")
        session.write(board=None, shot=None, version=None, proposal=None)
        return None
    if not keep_shot:
        session.write(shot=None)
    session.show_address(shot=keep_shot)
    return found

"""The side panel: which board is open, and the talk about it."""

from collections.abc import Callable

import streamlit as st

from toile.domain.board import Board
from toile.ui import services, session
from toile.ui.components.conversation import conversation
from toile.ui.places import go

_NEW = ""


def side_panel(board: Board | None, notes: Callable[[], None] | None = None) -> None:
    """Draw the boards on file, what a page adds, and the conversation."""
    with st.sidebar:
        _switch(board)
        if notes:
            notes()
        conversation(board.talk if board else ())


def _switch(board: Board | None) -> None:
    lines = services.studio().boards()
    if not lines:
        return
    titles = {str(line.id): line.title + (" (demo)" if line.demo else "") for line in lines}
    chosen = st.menu_button(
        (board.title if board else "Boards")[:34],
        [*list(titles)[:12], _NEW],
        format_func=lambda key: titles.get(key, "New board"),
        icon=":material/dashboard:",
        type="tertiary",
        key="boards",
    )
    if chosen is None:
        return
    session.write(board=chosen or None, shot=None, version=None, proposal=None)
    go("studio")

"""A brief at work: an answer read or the shots planned, beside the page.

Words said meanwhile make the page anew and would cut the work short in the midst of it; so they
wait, and are taken when it is done.
"""

from collections.abc import Callable

import streamlit as st

from toile.domain.board import Board
from toile.domain.errors import ToileError
from toile.ui import session, wording
from toile.ui.components.plan import working_card
from toile.ui.hearing import Hearing, hear
from toile.ui.places import go
from toile.ui.stages.listening import coming
from toile.ui.trouble import told

# The prompt of a brief.
PROMPT = "brief_more"
_EVERY = 0.4


def under_way(board: Board) -> Hearing | None:
    """Return what is being done with the brief of a board."""
    return coming(_about(board))


def begin(board: Board, what: str, do: Callable[[], Board], *, typed: str = "") -> None:
    """Have the brief worked on; ``do`` may touch nothing of the page, ``typed`` is not lost."""
    hearing = hear(_about(board), what, lambda _: do(), typed=typed)
    session.write(hearing=hearing)
    hearing.soon()
    st.rerun()


def carry_over(board: Board) -> None:
    """Let what was said to the brief, while its board opened, wait for the board."""
    if under_way(board) is not None:
        session.write(hearing=None)
    while words := session.take_sent(PROMPT):
        session.let_wait(str(board.id), str(words))


def take(hearing: Hearing) -> None:
    """Go on with what came of it, or say what was wrong and give the words back."""
    session.write(hearing=None)
    with told():
        try:
            board: Board = hearing.answer()
        except ToileError:
            if hearing.typed:
                session.prefill(PROMPT, hearing.typed)
            raise
        if board.stage == "briefing":
            st.rerun()
        go("studio")


def watch(board: Board, hearing: Hearing) -> None:
    """Draw what is being done, and what was said meanwhile, until it is done."""
    st.fragment(_watch, run_every=_EVERY)(hearing)
    for added in session.waiting(str(board.id)):
        st.caption(f"Next: “{wording.plain(added.words)}”")


def _watch(hearing: Hearing) -> None:
    if hearing.done:
        st.rerun()
    working_card(*hearing.message.split("\n", 1))


def _about(board: Board) -> str:
    return f"the brief of {board.id}"

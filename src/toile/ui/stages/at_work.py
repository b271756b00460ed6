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
from toile.ui.stages.prompt import PROMPT
from toile.ui.trouble import told

_EVERY = 0.4


def under_way(board: Board) -> Hearing | None:
    """Return what is being done with the brief of a board."""
    return coming(_about(board))


def begin(board: Board, what: str, do: Callable[[], Board], *, typed: str = "") -> None:
    """Have the brief worked on; ``do`` may touch nothing of the page, ``typed`` is given back.

    It is given back to the prompt where nothing comes of it.
    """
    hearing = hear(_about(board), what, lambda _: do(), typed=typed)
    session.write(hearing=hearing)
    hearing.soon()
    st.rerun()


def let_wait(board: Board, words: str) -> None:
    """Let words wait for the brief; those that wait for its board are another matter."""
    session.let_wait(_about(board), words)


def next_words(board: Board) -> str | None:
    """Return the words whose turn it is, or ``None``; the others go on waiting."""
    return session.take_first_waiting(_about(board))


def carry_over(board: Board) -> None:
    """Let what was said to the brief, while its board opened, wait for this board and no other."""
    if under_way(board) is None:
        return
    session.write(hearing=None)
    for words in session.take_waiting(_about(board)):
        session.let_wait(str(board.id), words)
    while sent := session.take_sent(PROMPT):
        session.let_wait(str(board.id), sent.text)


def take(hearing: Hearing) -> None:
    """Go on with what came of it, or say what was wrong and give the words back.

    A plan stays in hand until its board is open: see ``carry_over``.
    """
    with told():
        try:
            board: Board = hearing.answer()
        except Exception as fault:
            # A fault would meet the person again on every page.
            session.write(hearing=None)
            if isinstance(fault, ToileError) and hearing.typed:
                session.prefill(PROMPT, hearing.typed)
            raise
        if board.stage == "briefing":
            session.write(hearing=None)
            st.rerun()
        go("studio")


def watch(board: Board, hearing: Hearing) -> None:
    """Draw what is being done, and what was said meanwhile, until it is done."""
    st.fragment(_watch, run_every=_EVERY)(hearing)
    for added in session.waiting(_about(board)):
        st.caption(f"Next: “{wording.plain(added.words)}”")


def _watch(hearing: Hearing) -> None:
    if hearing.done:
        st.rerun()
    working_card(hearing.message, hearing.typed)


def _about(board: Board) -> str:
    return f"the brief of {board.id}"

"""A brief understood: the person answers, corrects, and says it is right."""

import streamlit as st

from toile.domain.board import Board
from toile.domain.brief import Brief
from toile.ui import services, session, talk, toasts, wording
from toile.ui.components import brief as parts
from toile.ui.components.layout import heading
from toile.ui.facts import Facts
from toile.ui.stages import at_work, dropped
from toile.ui.stages.prompt import PROMPT, Said, prompt
from toile.ui.trouble import told
from toile.ui.widths import side_by_side


def briefing(board: Board) -> None:
    """Draw the brief and take one answer at a time."""
    talk.side_panel(board)
    with st.bottom:
        # As many as below a wall: see ``PROMPT``.
        docked, trouble = st.container(), st.container()
    hearing = at_work.under_way(board)
    if hearing is not None and hearing.done:
        with docked:
            at_work.take(hearing)
        hearing = None
    heading(
        f"Brief, read {wording.day(board.talk[0].at)}" if board.talk else "Brief", _title(board)
    )
    understood = board.brief or Brief()
    laid = side_by_side([1.35, 1], gap="large")
    left, right = laid.places
    with left:
        parts.words(understood, laid.measure)
        st.space("small")
        parts.flags(understood.flags)
        answered = parts.questions(understood.questions)
    with right:
        pressed = parts.card(
            (understood, board.usage),
            _before(board),
            confirm=board.stage == "briefing",
        )
    with st.bottom:
        said = prompt("Add or correct something", kinds=dropped.KINDS, key=PROMPT)
    agrees = bool(hearing and said and _agrees(board, said.text))
    with trouble:
        _heed(board, said, agrees=agrees)
    if hearing is not None:
        if agrees or answered or pressed:
            # What it was said to is about to be another card, which nobody has seen yet.
            toasts.toast("Not taken: the card is about to change. Look at it first.")
        with docked:
            at_work.watch(board, hearing)
        return
    if answered:
        _answer(board, answered[0].about, answered[1])
    words = at_work.next_words(board)
    if words and board.stage == "briefing" and _agrees(board, words):
        pressed = "right"
    elif words:
        _answer(board, "correction", words)
    if pressed == "right":
        _confirm(board)
    elif pressed == "back":
        _back(board)


def _heed(board: Board, said: Said | None, *, agrees: bool) -> None:
    """Let words wait for their turn, and take files; words first: files may make the page anew."""
    if said and said.text.strip() and not agrees:
        at_work.let_wait(board, said.text)
    if said and said.files:
        dropped.take(board, said.files)


def _agrees(board: Board, words: str) -> bool:
    """Whether somebody who may plan says no more than yes to the card."""
    may = services.studio().allows("changes.reply", board)
    return bool(may and services.studio().changes.reply(board, words) == "agree")


def _before(board: Board) -> Facts | None:
    """Return the facts before the last change, where this person may take it back."""
    was = services.studio().before(board) if services.studio().allows("undo", board) else None
    return (was.brief, was.usage) if was and was.brief else None


def _title(board: Board) -> str:
    return "What I understood" if board.stage == "briefing" else "The brief as understood"


def _answer(board: Board, about: str, words: str) -> None:
    # Whose desk it is, is asked here: beside the page nobody knows who is at the screen.
    studio, by = services.studio(), session.person()
    at_work.begin(
        board,
        "Reading the brief again",
        lambda: studio.answer(board, about, words, by=by),
        typed=words if about == "correction" else "",
    )


def _back(board: Board) -> None:
    with told():
        services.studio().undo(board, by=session.person())
        st.rerun()


def _confirm(board: Board) -> None:
    studio, by = services.studio(), session.person()
    at_work.begin(
        board,
        "Planning the shots, reading the brand book, asking the licences",
        lambda: studio.confirm(board, by=by),
    )

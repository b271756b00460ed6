"""A brief understood: the person answers, corrects, and says it is right."""

import streamlit as st

from toile.domain.board import Board
from toile.domain.brief import Brief
from toile.ui import services, session, talk, wording
from toile.ui.components import brief as parts
from toile.ui.components.layout import heading
from toile.ui.facts import Facts
from toile.ui.places import go
from toile.ui.stages.prompt import prompt
from toile.ui.trouble import told


def briefing(board: Board) -> None:
    """Draw the brief and take one answer at a time."""
    talk.side_panel(board)
    heading(
        f"Brief, read {wording.day(board.talk[0].at)}" if board.talk else "Brief", _title(board)
    )
    understood = board.brief or Brief()
    left, right = st.columns([1.35, 1], gap="large")
    with left:
        parts.words(understood)
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
        said = prompt("Add or correct something", key="brief_more")
    if answered:
        _answer(board, answered[0].about, answered[1])
    if said and board.stage == "briefing" and _agrees(board, said.text):
        pressed = "right"
    elif said:
        _answer(board, "correction", said.text)
    if pressed == "right":
        _confirm(board)
    elif pressed == "back":
        _back(board)


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
    with told():
        services.studio().answer(board, about, words, by=session.person())
        st.rerun()


def _back(board: Board) -> None:
    with told():
        services.studio().undo(board, by=session.person())
        st.rerun()


def _confirm(board: Board) -> None:
    with told(), st.spinner("Planning shots, reading the brand book, asking the licences"):
        services.studio().confirm(board, by=session.person())
        go("studio")

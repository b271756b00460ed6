"""Guidelines: the brand's own books; add one, ask them, read the words with their page."""

import streamlit as st

from toile.domain.board import Board
from toile.settings import Settings
from toile.ui import opened, reading, services, wording
from toile.ui.components import books as parts
from toile.ui.components.layout import heading
from toile.ui.trouble import told


def shelf_of(board: Board | None) -> str:
    """Return the house whose books are shown; asked where nobody has said whose board it is."""
    if board is None:
        return Settings().brand
    desk = services.studio()
    if board.unknown_house is None or not desk.allows("guidelines", board.shelf):
        return board.brand
    if desk.guidelines(board.shelf):
        return board.shelf
    others = dict.fromkeys(book.brand for book in desk.guidelines(""))
    return parts.whose(board.shelf, list(others))


studio = services.studio()
board = opened.board()
with st.sidebar:
    st.subheader("Add a book", anchor=False)
    added = parts.uploads()
    st.caption("PDF, Word, PowerPoint, Markdown, HTML or text. It stays on this machine.")
top = st.container()
brand = shelf_of(board)
with top:
    heading(f"Books of {wording.brand(brand)}", "What does the brand say?")
with told():
    question = parts.question()
    if question:
        parts.answer(studio.ask_guideline(question, brand), reading.open_at)
    parts.shelf(studio.guidelines(brand))
    if board and board.panels:
        numbers = {str(panel.id): panel.now.shot.no for panel in board.panels}
        parts.report(studio.rules.board(board), numbers, reading.open_at)
if added:
    with told():
        for file in added:
            bar = st.progress(0.0, f"Reading {file.name}")
            studio.add_guideline(file.getvalue(), file.name, brand, parts.shown_on(bar, file.name))
        st.rerun()

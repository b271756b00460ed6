"""Files dropped on a board: a book or more of the brief is asked; pictures go to the moodboard."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from toile.domain.board import Board
from toile.domain.errors import ToileError
from toile.ui import services, session, toasts, wording
from toile.ui.components.layout import row
from toile.ui.trouble import told

BOOKS = ["pdf", "docx", "pptx", "md", "txt"]
PICTURES = ["jpg", "jpeg", "png", "webp", "avif"]
KINDS = [*BOOKS, *PICTURES]


def take(board: Board, files: Sequence[Any]) -> None:
    """Keep pictures as references, and ask what the other files are."""
    pictures = [file for file in files if _kind(file) in PICTURES]
    books = [file for file in files if _kind(file) not in PICTURES]
    for picture in pictures:
        _keep(board, picture)
    if books:
        _ask(board.id, [(book.name, book.getvalue()) for book in books])
    elif pictures:
        st.rerun()


def text_of(name: str, data: bytes) -> str:
    """Return the text of a file that is a brief."""
    return services.studio().read_file(data, name)


def _kind(file: Any) -> str:
    return str(file.name).rsplit(".", 1)[-1].lower()


def _keep(board: Board, picture: Any) -> None:
    try:
        mood = services.studio().moods.keep(
            board, picture.getvalue(), picture.name, by=session.person()
        )
    except ToileError as error:
        # A toast: the words sent with the picture may make the page anew, and a box would go.
        toasts.toast(
            wording.plain(f"{picture.name}: {error.message} {error.hint}".strip()),
            icon=":material/error:",
            duration="long",
        )
        return
    colours = wording.number(len(mood.colours), "colour")
    toasts.toast(
        f"{picture.name} is on the moodboard. I read {colours} from it and nothing else.",
        icon=":material/imagesmode:",
    )


@st.dialog("What is this?", width="medium")
def _ask(board_id: str, files: list[tuple[str, bytes]]) -> None:
    names = ", ".join(name for name, _ in files)
    st.markdown(
        f"**{wording.plain(names)}**  \nA brand book goes on the shelf, and every later answer "
        "can cite its page. A brief starts a board of its own; this one stays as it is."
    )
    with row(gap="xsmall"):
        book = st.button("A brand book", type="primary", key="is_book", wrap=False)
        brief = st.button("A brief", key="is_brief", wrap=False)
    with told():
        studio = services.studio()
        if book:
            board = studio.board(board_id)
            with st.spinner("Reading the book"):
                for name, data in files:
                    studio.add_guideline(data, name, board.shelf)
            st.rerun()
        if brief:
            with st.spinner("Reading the brief"):
                words = "\n\n".join(text_of(name, data) for name, data in files)
                fresh = studio.start(words, by=session.person())
            session.write(board=fresh.id, shot=None, version=None, proposal=None)
            st.rerun()

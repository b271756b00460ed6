"""The brand's books: the shelf, a question, and the words that answer it."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from toile.domain.guidelines import Answer, Found, Guideline
from toile.ui import wording
from toile.ui.wording import plain


def uploads() -> list[Any]:
    """Draw the form for new books and return them once sent."""
    with st.form("add_books", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Books",
            type=["pdf", "docx", "pptx", "md", "txt"],
            accept_multiple_files=True,
            label_visibility="collapsed",
        )
        sent = st.form_submit_button("Read it", icon=":material/menu_book:")
    return list(files or ()) if sent else []


def question() -> str:
    """Draw the line for a question and return it."""
    return st.text_input(
        "Ask the book",
        placeholder="May models look into the camera?",
        key="book_question",
        label_visibility="collapsed",
    ).strip()


def answer(found: Answer) -> None:
    """Draw what the book says, or that it is silent."""
    if found.in_book:
        for one in found.found:
            _passage(one)
        return
    st.markdown(f"**The book does not say.** {plain(found.say)}")
    if found.nearest:
        st.caption("Not an answer, but near:")
        for one in found.nearest:
            _passage(one)


def shelf(books: Sequence[Guideline]) -> None:
    """Draw the books on file."""
    st.subheader("On the shelf", anchor=False)
    if not books:
        st.caption("No book yet. Without one I cite nothing and say so.")
    for book in books:
        pages = f"{book.pages} page{'s' if book.pages != 1 else ''}"
        st.markdown(
            f"**{plain(book.name)}**  \n:gray[{pages} · {book.passages} passages · "
            f"version {book.version}]"
        )
        for note in book.notes:
            st.caption(plain(note))


def _passage(found: Found) -> None:
    where = found.citation
    path = " › ".join(where.headings)
    st.markdown(
        f"> {plain(' '.join(where.quote.split()))}  \n"
        f"> {plain(where.document)}, page {where.page}"
        + (f", {plain(wording.capital(path))}" if path else "")
    )

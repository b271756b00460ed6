"""Nothing on the wall yet: the first words become a board."""

from collections.abc import Iterable
from typing import Any

import streamlit as st

from toile.ui import services, session, talk
from toile.ui.components.begin import begin
from toile.ui.trouble import told

FILES = ["txt", "md", "pdf", "docx", "pptx"]
TEXT = (".txt", ".md")


def first() -> None:
    """Draw the welcome; start a board from what is typed or dropped."""
    talk.side_panel(None)
    st.space(48)
    demos = [line for line in services.studio().boards() if line.demo]
    way = begin(example=bool(demos))
    if way == "example":
        session.write(board=demos[0].id)
        st.rerun()
    elif way == "write":
        _write()
    elif way == "drop":
        _drop()
    with st.bottom:
        said = st.chat_input(
            "Tell me about the shoot", accept_file="multiple", file_type=FILES, key="first_words"
        )
    if said:
        _start(said.text, said.files)


@st.dialog("Write a brief", width="medium")
def _write() -> None:
    text = st.text_area(
        "In your own words",
        placeholder="What is it for, who is in it, where will it run and until when, "
        "what must be in the picture and what never.",
        height=280,
        key="brief_text",
    )
    if st.button("Read it", type="primary", key="read_brief") and text.strip():
        _start(text, [])


@st.dialog("Drop a brief or brand book", width="medium")
def _drop() -> None:
    files = st.file_uploader(
        "A brief as text, brand books as PDF, Word or PowerPoint",
        type=FILES,
        accept_multiple_files=True,
        key="brief_files",
    )
    words = st.text_area("Anything to add?", key="brief_beside", height=100)
    if st.button("Read them", type="primary", key="read_files") and files:
        _start(words, files)


def _start(text: str, uploads: Iterable[Any]) -> None:
    uploads = tuple(uploads)
    words = [text, *(_text(file) for file in uploads if file.name.endswith(TEXT))]
    with told(), st.spinner("Reading"):
        studio = services.studio()
        board = studio.start("\n\n".join(filter(None, words)), by=session.person())
        for book in uploads:
            if not book.name.endswith(TEXT):
                studio.add_guideline(book.getvalue(), book.name, board.brand)
        session.write(board=board.id)
        st.rerun()


def _text(file: Any) -> str:
    return str(file.getvalue().decode("utf-8", errors="replace"))

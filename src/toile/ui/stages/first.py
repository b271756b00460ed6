"""Nothing on the wall yet: the first words become a board."""

from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st

from toile.domain.errors import ToileError
from toile.ui import services, session, talk, toasts, wording
from toile.ui.components.begin import begin
from toile.ui.components.layout import ink, row
from toile.ui.hearing import Hearing, hear
from toile.ui.stages.listening import coming, listen
from toile.ui.stages.prompt import Said, prompt
from toile.ui.trouble import told
from toile.workflow.listening import Listener

FILES = ["txt", "md", "pdf", "docx", "pptx"]
TEXT = (".txt", ".md")
_SAY, _NEW = "first_words", ""
_KINDS = {"A brief": True, "A brand book": False}


def first() -> None:
    """Draw the welcome; start a board from what is typed or dropped."""
    talk.side_panel(None)
    st.space(48)
    hearing = coming(_NEW)
    if hearing is not None and hearing.done:
        _opened(hearing)
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
        if hearing is not None and not hearing.done:
            listen(_SAY)
            for added in session.waiting(_NEW):
                st.caption(f"Next: “{wording.plain(added.words)}”")
        said = prompt("Tell me about the shoot", kinds=FILES, key=_SAY)
    if said and coming(_NEW) is not None:
        _add(said)
    elif said:
        _start(said.text, said.files)


def _add(said: Said) -> None:
    """Let words wait for the board that the brief before them becomes: they are about it."""
    if said.files:
        toasts.toast("The brief before is still being read; drop the file again once it is open.")
    if said.text.strip():
        session.let_wait(_NEW, said.text)
        st.rerun()


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
        "PDF, Word, PowerPoint or text", type=FILES, accept_multiple_files=True, key="brief_files"
    )
    kind = st.segmented_control(
        "What is it?",
        list(_KINDS),
        default="A brief",
        required=True,
        format_func=ink,
        key="brief_kind",
    )
    words = st.text_area("Anything to add?", key="brief_beside", height=100)
    if st.button("Read it", type="primary", key="read_files") and files:
        _read(words, [(file.name, file.getvalue()) for file in files], brief=_KINDS[str(kind)])


@st.dialog("What is this?", width="medium")
def _ask(text: str, files: list[tuple[str, bytes]]) -> None:
    st.markdown(
        f"**{wording.plain(', '.join(name for name, _ in files))}**  \nA brief is read as your "
        "own words. A brand book goes on the shelf, and answers can cite its page."
    )
    with row(gap="xsmall"):
        brief = st.button("A brief", type="primary", key="is_brief", wrap=False)
        book = st.button("A brand book", key="is_book", wrap=False)
    if brief or book:
        _read(text, files, brief=brief)


def _start(text: str, uploads: Iterable[Any]) -> None:
    """Read what was typed and dropped; a document that could be brief or book is asked about."""
    files = [(file.name, file.getvalue()) for file in uploads]
    if any(not name.endswith(TEXT) for name, _ in files):
        _ask(text, files)
    else:
        _read(text, files, brief=True)


def _read(text: str, files: Sequence[tuple[str, bytes]], *, brief: bool) -> None:
    # Whose desk it is, is asked here: beside the page nobody knows who is at the screen.
    studio, by = services.studio(), session.person()
    if not brief:
        _shelve(text, files)
        return

    def read(listener: Listener) -> str:
        words = [text, *(studio.read_file(data, name) for name, data in files)]
        return str(studio.start("\n\n".join(filter(None, words)), by=by, listener=listener).id)

    hearing = hear(_NEW, text or ", ".join(name for name, _ in files), read, typed=text)
    # Before anything is drawn: words said meanwhile cut this page short where it draws.
    session.write(hearing=hearing)
    with st.spinner("Reading"):
        hearing.soon()
    # Answered on the next run, before the prompt: words that were not taken go back into it.
    st.rerun()


def _shelve(text: str, books: Sequence[tuple[str, bytes]]) -> None:
    """Start a board and put its brand's books on the shelf: that is not stopped half-way."""
    studio = services.studio()
    with told(), st.spinner("Reading"):
        board = studio.start(text, by=session.person())
        for name, data in books:
            studio.add_guideline(data, name, board.shelf)
        session.write(board=str(board.id))
        st.rerun()


def _opened(hearing: Hearing) -> None:
    """Open the board that a brief became, or say what was wrong with it and give it back."""
    session.write(hearing=None)
    added = session.take_waiting(_NEW)
    with told():
        try:
            opened = hearing.answer()
        except ToileError:
            session.prefill(_SAY, "\n".join((hearing.typed, *added)))
            raise
        session.write(board=opened)
        studio = services.studio()
        for words in added:
            studio.answer(studio.board(opened), "correction", words, by=session.person())
        st.rerun()

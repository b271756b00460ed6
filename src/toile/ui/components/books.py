"""The brand's books: the shelf, a question, and the words that answer it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from toile.domain.guidelines import Answer, Citation, Guideline, RuleFinding, RuleReport
from toile.ui import wording
from toile.ui.wording import plain

Opener = Callable[[str, int], str]


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


def answer(found: Answer, open_at: Opener) -> None:
    """Draw what the book says, or that it is silent."""
    if found.in_book:
        for one in found.found:
            passage(one.citation, open_at)
        return
    st.markdown(f"**The book does not say.** {plain(found.say)}")
    if found.nearest:
        st.caption("Not an answer, but near:")
        for one in found.nearest:
            passage(one.citation, open_at)


def report(found: RuleReport, numbers: Mapping[str, int], open_at: Opener) -> None:
    """Draw how a board stands against the rules of the book that can be tested."""
    if not found.tested:
        return
    st.subheader("Held against this board", anchor=False)
    st.markdown(f"{found.passed} of {found.tested} tests passed.")
    for finding in found.findings:
        objection(finding, numbers, open_at)


def objection(finding: RuleFinding, numbers: Mapping[str, int], open_at: Opener) -> None:
    """Draw one rule that is not kept, the way to keep it, and the words of the book."""
    mark = {
        "error": ":red[:material/block:]",
        "warning": ":orange[:material/flag:]",
        "note": ":gray[:material/info:]",
    }[finding.level]
    number = numbers.get(finding.shot or "")
    where = f"**Shot {number}.** " if number else ""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"{mark} {where}{plain(finding.say)} {plain(finding.fix)}")
        passage(finding.citation, open_at)


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


def passage(where: Citation, open_at: Opener) -> None:
    """Draw the words with document and page, and a link to the page where it can be opened."""
    path = " › ".join(where.headings)
    st.markdown(
        f"> {plain(' '.join(where.quote.split()))}  \n"
        f"> {plain(where.document)}, page {where.page}"
        + (f", {plain(wording.capital(path))}" if path else "")
    )
    open_page(where.document, where.page, open_at)


def open_page(document: str, page: int, open_at: Opener) -> None:
    """Draw the link that opens a PDF at a page; other formats have no pages to open."""
    if document.lower().endswith(".pdf"):
        st.link_button(
            f"Open page {page}",
            open_at(document, page),
            icon=":material/picture_as_pdf:",
            type="tertiary",
        )

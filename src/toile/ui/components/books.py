"""The brand's books: the shelf, a question, and the words that answer it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from toile.domain.guidelines import (
    Answer,
    Citation,
    Guideline,
    Level,
    Rule,
    RuleFinding,
    RuleReport,
)
from toile.ui import wording
from toile.ui.wording import plain

Opener = Callable[[str, int], str]
_GRAVE: dict[Level, int] = {"error": 0, "warning": 1, "note": 2}
_MARKS: dict[Level, str] = {
    "error": ":red[:material/block:]",
    "warning": ":orange[:material/flag:]",
    "note": ":gray[:material/info:]",
}


def uploads() -> list[Any]:
    """Draw the form for new books and return them once sent."""
    with st.form("add_books", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Books",
            type=["pdf", "docx", "pptx", "md", "html", "txt"],
            accept_multiple_files=True,
            label_visibility="collapsed",
        )
        sent = st.form_submit_button("Read it", icon=":material/menu_book:")
    return list(files or ()) if sent else []


def shown_on(bar: DeltaGenerator, name: str) -> Callable[[float, str], None]:
    """Return what shows the reading of a book on a bar."""

    def shown(share: float, say: str) -> None:
        bar.progress(min(1.0, share), f"Reading {name}: {say}")

    return shown


def whose(unknown: str, others: Sequence[str]) -> str:
    """Say that the house of the board is not known; return whose books somebody wants instead."""
    st.markdown(
        f":orange[:material/help:] **I do not know the house {plain(unknown)}.** None of its books "
        "is here, so nothing is cited for its shots. Add one, or read another house's: it is no "
        f"answer for {plain(unknown)}."
    )
    return str(
        st.selectbox(
            "Whose books?",
            [unknown, *others],
            format_func=wording.brand,
            width=380,
            key="whose_books",
        )
    )


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
    st.markdown(plain(found.say))
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
    # One passage is often broken by several shots: its words stand once, below all of them.
    grouped: dict[tuple[str, int, str], list[RuleFinding]] = {}
    for finding in found.findings:
        where = finding.citation
        grouped.setdefault((where.document, where.page, where.quote), []).append(finding)
    for findings in grouped.values():
        with st.container(border=True, gap="xsmall"):
            st.markdown("  \n".join(_sentence(one, numbers) for one in findings))
            passage(findings[0].citation, open_at)


def _sentence(finding: RuleFinding, numbers: Mapping[str, int]) -> str:
    """Say what is not kept and the way to keep it, by the number of the shot."""
    number = numbers.get(finding.shot or "")
    said = finding.say.removeprefix(f"Shot {number}:").strip()
    where = f"**Shot {number}.** " if number else ""
    return f"{_MARKS[finding.level]} {where}{plain(said)} {plain(finding.fix)}"


def held(found: RuleReport, open_at: Opener, *, key: str) -> RuleFinding | None:
    """Draw how one shot stands: what it breaks, gravest first, then what it keeps.

    Returns the one whose fix somebody wants planned.
    """
    taken: RuleFinding | None = None
    for place, finding in enumerate(sorted(found.findings, key=lambda one: _GRAVE[one.level])):
        with st.container(border=True, gap="xsmall"):
            st.markdown(_sentence(finding, {}))
            passage(finding.citation, open_at)
            if finding.edits and st.button("Plan this fix", key=f"{key}_{place}"):
                taken = finding
    if found.kept:
        with st.expander(f"{_rules(found.passed)} kept"):
            st.markdown("\n".join(map(_kept, found.kept)))
    return taken


def _kept(rule: Rule) -> str:
    where = f":gray[{plain(rule.citation.document)}, page {rule.citation.page}]"
    return f"- {plain(' '.join(rule.citation.quote.split()))} {where}"


def score(found: RuleReport) -> str:
    """Say in one line how a shot stands against the rules of the book that can be tested."""
    if not found.tested:
        return ""
    broken = found.tested - found.passed
    if not broken:
        return f":green[:material/check:] Keeps the brand book: {_rules(found.tested)} tested"
    worst = min((finding.level for finding in found.findings), key=_GRAVE.__getitem__)
    return f"{_MARKS[worst]} {broken} of {_rules(found.tested)} of the brand book not kept"


def _rules(count: int) -> str:
    return f"{count} rule" if count == 1 else f"{count} rules"


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

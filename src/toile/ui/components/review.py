"""The parts of a review page: the heading, one picture, the answer, the notes."""

from dataclasses import dataclass
from typing import Literal

import streamlit as st

from toile.ui import session, toasts, wording
from toile.ui.components import layout
from toile.ui.components.layout import row
from toile.ui.components.picture import Side, Stage, viewer
from toile.ui.wording import Colour, plain
from toile.workflow.guests import ReviewBoard, ReviewPicture

_WHICH = "which"
_ANSWERS: dict[str, tuple[str, Colour, str]] = {
    "approved": ("Approved", "green", ":material/check:"),
    "changes": ("Changes asked for", "orange", ":material/edit:"),
    "rejected": ("Rejected", "red", ":material/block:"),
}


@dataclass(frozen=True)
class Said:
    """What the visitor said: words alone, or words with an answer."""

    text: str
    answer: Literal["approved", "changes"] | None = None


def heading(board: ReviewBoard, visitor: str, one: ReviewPicture) -> None:
    """Draw whose board it is and until when, the title of the picture, and the answer it has."""
    place, count = board.pictures.index(one) + 1, len(board.pictures)
    over = f"{plain(board.title)}, shown to {plain(visitor)} until {board.until}"
    if count > 1:
        over += f" · picture {place} of {count}"
    layout.heading(over, _called(one))
    if one.verdict is not None:
        word, colour, icon = _ANSWERS[one.verdict.answer]
        st.badge(word, color=colour, icon=icon)


def chosen(board: ReviewBoard) -> ReviewPicture:
    """Draw the way along the pictures and return the one that is looked at."""
    if len(board.pictures) == 1:
        return board.pictures[0]
    session.turn_to(_WHICH)
    number = st.pagination(len(board.pictures), key=_WHICH)
    return board.pictures[number - 1]


def answered(board: ReviewBoard, one: ReviewPicture, answer: str) -> None:
    """Say that an answer was heard, and turn to the next picture that waits for one."""
    word, _, icon = _ANSWERS[answer]
    toasts.toast(f"{word}: {_called(one)}", icon=icon)
    at = board.pictures.index(one)
    after = (*board.pictures[at + 1 :], *board.pictures[:at])
    waits = next((each for each in after if each.draft and each.verdict is None), None)
    if waits is not None:
        session.turn_next(_WHICH, board.pictures.index(waits) + 1)


def _called(one: ReviewPicture) -> str:
    return plain(f"{one.no} {wording.capital(one.title)}")


def progress(board: ReviewBoard) -> None:
    """Draw how far the visitor has come, where answers are wanted."""
    shown = [one for one in board.pictures if one.draft]
    answered = sum(one.verdict is not None for one in shown)
    if board.mode == "comment" and shown:
        st.progress(answered / len(shown), text=_progress(answered, len(shown)))


def picture(one: ReviewPicture, url: str | None) -> None:
    """Draw a picture, or say that it may no longer be shown."""
    if url is None:
        st.info("This picture may no longer be shown.", icon=":material/visibility_off:")
    else:
        alt = f"Draft of shot {one.no}, {one.title}"
        wide, _, high = one.aspect.partition(":")
        stage = Stage(ratio=f"{wide}/{high}" if high else "4/5", height="100dvh - 130px")
        viewer(Side(url, "", alt), stage, key="review_picture")


def notes(one: ReviewPicture) -> None:
    """Draw what was said of this version by this link, oldest first."""
    if one.comments:
        st.subheader("Said so far", anchor=False)
    for note in one.comments:
        with st.container(border=True):
            st.markdown(f"**{plain(note.by)}** :gray[{wording.day(note.at)}]")
            st.markdown(plain(note.text))


def _progress(answered: int, count: int) -> str:
    if answered == count:
        return "Every picture has your answer. Thank you."
    left = wording.capital(wording.number(count - answered, "picture"))
    return f"{left} still {'waits' if count - answered == 1 else 'wait'} for your answer."


def words(one: ReviewPicture) -> Said | None:
    """Draw the form of an answer and return what was said."""
    key = f"{one.shot}_{one.version}"
    with st.form(f"say_{key}", clear_on_submit=True, border=False):
        words = st.text_area(
            "What do you think?",
            placeholder="What you like, what should change. Needed when you ask for changes.",
            max_chars=2_000,
            height=90,
            key=f"words_{key}",
        )
        with row(gap="small"):
            approve = st.form_submit_button(
                "Approve", type="primary", icon=":material/check:", key=f"yes_{key}"
            )
            change = st.form_submit_button(
                "Ask for changes", icon=":material/edit:", key=f"no_{key}"
            )
            comment = st.form_submit_button("Only comment", type="tertiary", key=f"note_{key}")
    if approve:
        return Said(words, "approved")
    if change:
        return Said(words, "changes")
    return Said(words) if comment else None

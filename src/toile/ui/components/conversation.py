"""The talk in the side panel: the newest turns, with the steps that were taken."""

from collections.abc import Sequence

import streamlit as st

from toile.domain.board import Turn
from toile.ui.places import STATIC
from toile.ui.wording import capital, plain

_AVATARS = {"you": str(STATIC / "you.svg"), "toile": str(STATIC / "toile.svg")}
_NEWEST = 10


def conversation(turns: Sequence[Turn]) -> None:
    """Draw the talk; what is older waits folded above."""
    st.subheader("Conversation", anchor=False)
    if not turns:
        st.caption("Nothing yet. Your first message starts the project.")
    older, newest = turns[:-_NEWEST], turns[-_NEWEST:]
    if older:
        with st.expander(f"{len(older)} earlier"):
            for turn in older:
                _turn(turn)
    for turn in newest:
        _turn(turn)


def _turn(turn: Turn) -> None:
    name = turn.name or {"you": "You", "toile": "Toile"}[turn.by]
    with st.chat_message(name, avatar=_AVATARS[turn.by]):
        text = plain(capital(turn.text)).replace("\n", "  \n")
        if turn.kind == "refusal":
            st.error(text, icon=":material/block:")
        elif turn.kind == "error":
            st.warning(text, icon=":material/error:")
        elif len(turn.text) > 420:
            st.markdown(f"{text[:360].rsplit(' ', 1)[0]} …")
        elif not (turn.steps and turn.steps[0] in turn.text):
            st.markdown(text)
        for step in turn.steps:
            st.status(capital(step), type="step", state="complete")

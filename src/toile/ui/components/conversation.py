"""The talk in the side panel: the newest turns, with the steps that were taken."""

from collections.abc import Sequence

import streamlit as st

from toile.domain.board import Turn
from toile.ui.components.layout import row
from toile.ui.places import STATIC
from toile.ui.wording import besides, capital, plain
from toile.workflow.find_ways import Instead

_AVATARS = {"you": str(STATIC / "you.svg"), "toile": str(STATIC / "toile.svg")}
_NEWEST = 6
_LONG = 180
_MOST_WAYS = 4


def conversation(turns: Sequence[Turn], ways: Sequence[Instead] = ()) -> str | None:
    """Draw the talk; what is older waits folded above.

    ``ways`` lead out of the refusal that was said last; returns the words of the one taken.
    """
    st.subheader("Conversation", anchor=False)
    if not turns:
        st.caption("Nothing yet. Your first message starts the project.")
    older, newest = turns[:-_NEWEST], turns[-_NEWEST:]
    if older:
        with st.expander(f"{len(older)} earlier"):
            for turn in older:
                _turn(turn)
    with st.container(gap=None):
        for turn in newest:
            _turn(turn)
    return _out(ways) if ways else None


def _out(ways: Sequence[Instead]) -> str | None:
    """Draw the ways to a yes, those that can be taken here with a button."""
    taken: str | None = None
    st.caption("Ways to a yes")
    for place, way in enumerate(ways[:_MOST_WAYS]):
        with st.container(border=True), row(gap="small", wrap=False):
            st.markdown(f"**{plain(way.say)}**  \n:small[{plain(way.quiet)}]", width="stretch")
            if way.words and st.button("Ask", key=f"instead_{place}", wrap=False):
                taken = way.words
    return taken


def _turn(turn: Turn) -> None:
    name = turn.name or {"you": "You", "toile": "Toile"}[turn.by]
    with st.chat_message(name, avatar=_AVATARS[turn.by]):
        said = besides(turn.text, turn.steps) if turn.steps else turn.text
        text = plain(capital(said)).replace("\n", "  \n")
        if turn.kind == "refusal":
            st.error(text, icon=":material/block:")
        elif turn.kind == "error":
            st.warning(text, icon=":material/error:")
        elif len(said) > _LONG:
            _long(said)
        elif said:
            st.markdown(text)
        for step in turn.steps:
            # Not st.status: each one of those holds the page up for a twentieth of a second.
            st.markdown(f":small[:material/check_circle: {plain(capital(step))}]")
        if turn.stays:
            st.caption(plain(turn.stays))


def _long(text: str) -> None:
    """Draw the beginning of what is long, the whole of it folded behind."""
    st.markdown(f"{plain(text[:_LONG].rsplit(' ', 1)[0])} …")
    with st.popover("All of it", type="tertiary"):
        st.markdown(plain(text).replace("\n", "  \n"))

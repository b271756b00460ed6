"""What docks above the prompt: a plan that waits for a yes, or work under way."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from toile.domain.drafts import DraftStatus
from toile.ui import underway, wording
from toile.ui.components.layout import row

Answer = Literal["yes", "no"]
About = Literal["plan", "draw", "ways"]
_LATEST = 280


def plan_card(
    say: str,
    quiet: str,
    *,
    yes: str,
    no: str = "Cancel",
    lines: Sequence[str] = (),
    answered: str = "",
    about: About = "plan",
) -> Answer | None:
    """Draw one sentence, what is ``answered`` beside it, what stays, and the two answers.

    Cards ``about`` different things never share a button: a click answers the card that was seen.
    """
    with st.container(border=True, key="plan"), row(gap="medium"):
        with st.container(width="stretch", gap="xsmall"):
            st.markdown(f"**{wording.plain(say)}** {wording.plain(' '.join(lines))}".strip())
            if answered:
                st.markdown(wording.plain(wording.capital(answered)))
            if quiet:
                st.caption(wording.plain(quiet))
        with row(gap="xsmall", width="content"):
            if st.button(yes, type="primary", key=f"{about}_yes", wrap=False):
                return "yes"
            if st.button(no, type="tertiary", key=f"{about}_no", wrap=False):
                return "no"
    return None


def progress_card(status: DraftStatus, name: str, waiting: int) -> bool:
    """Draw the work under way and return whether the person cancels it."""
    left = underway.left(status)
    then = f" · {wording.number(waiting, 'more', 'more')} after it" if waiting else ""
    with row(gap="small", wrap=False):
        st.progress(
            status.share,
            text=f"**{wording.plain(name)}** · {wording.plain(underway.doing(status))}{left}{then}",
        )
        return st.button(
            "Cancel", key="cancel_draft", type="tertiary", icon=":material/close:", wrap=False
        )


def listening_card(message: str, said: str, *, stop: Callable[[], None]) -> None:
    """Draw the words that are being read, what is answered so far, and the button that stops it.

    ``stop`` is called before the page is made anew.
    """
    with st.container(border=True, key="listening"), row(gap="medium", wrap=False):
        with st.container(width="stretch", gap="xsmall"):
            st.markdown(f"**{wording.plain(said[-_LATEST:] or 'Reading what you said')}**")
            st.caption(f"“{wording.plain(message[:_LATEST])}”")
        st.button(
            "Stop",
            icon=":material/stop_circle:",
            key="stop_hearing",
            wrap=False,
            on_click=stop,
        )


def working_card(what: str, said: str) -> None:
    """Draw what is being done, and the words that it is done for, where nothing is to decide."""
    with st.container(border=True, key="at_work", gap="xsmall"):
        st.markdown(f"**{what}**")
        if said:
            st.caption(f"“{wording.plain(said[:_LATEST])}”")


def suggestions(moves: Sequence[str]) -> str | None:
    """Draw what could be said next, and return the one taken."""
    if not moves:
        return None
    taken: str | None = None
    with row(gap="xsmall"):
        st.caption("Next, perhaps", width="content")
        for place, move in enumerate(moves):
            if st.button(wording.plain(move), key=f"move_{place}", type="tertiary", wrap=False):
                taken = move
    return taken

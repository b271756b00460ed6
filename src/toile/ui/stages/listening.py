"""While words are read: what is answered so far, above the prompt, and the button that stops it."""

import streamlit as st

from toile.ui import session, toasts
from toile.ui.components.plan import listening_card
from toile.ui.hearing import Hearing

_EVERY = 0.6


def coming(about: str) -> Hearing | None:
    """Return the words about a board, or about none yet, that are being read."""
    hearing = session.read().hearing
    return hearing if hearing is not None and hearing.about == about else None


def listen(prompt: str) -> None:
    """Draw the answer as it comes; ``prompt`` gets the words back when it is stopped."""
    st.fragment(_listen, run_every=_EVERY)(prompt)


def _listen(prompt: str) -> None:
    hearing = session.read().hearing
    if hearing is None or hearing.done:
        st.rerun()
    else:
        listening_card(hearing.message, hearing.said, stop=lambda: _stop(hearing, prompt))


def _stop(hearing: Hearing, prompt: str) -> None:
    hearing.stop()
    session.write(hearing=None)
    # What was added to a brief meanwhile belongs to it; words about a board stand for themselves.
    added = () if hearing.about else session.take_waiting(hearing.about)
    session.prefill(prompt, "\n".join((hearing.typed, *added)))
    toasts.toast("Stopped. Nothing was changed.", icon=":material/stop_circle:")

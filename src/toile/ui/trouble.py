"""Faults as a person should meet them: what happened, what is safe, what to do next."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from toile.domain.errors import ToileError
from toile.ui.wording import plain

log = logging.getLogger(__name__)


@contextmanager
def told() -> Iterator[None]:
    """Show a fault of ours where it happened, and go on with the page."""
    try:
        yield
    except ToileError as error:
        show(error)


def show(error: ToileError) -> None:
    """Draw the sentence and the next step."""
    st.warning(
        f"**{plain(error.message)}**  \n{plain(error.hint)}".strip(), icon=":material/error:"
    )


def in_words(error: Exception) -> bool:
    """Replace the page's own error box; the details go to the log, never to the screen."""
    if isinstance(error, ToileError):
        show(error)
        return True
    log.error("page failed", exc_info=error)
    st.warning(
        "**This page did not load.** Your board is saved up to your last change. "
        "Reload the page; if it happens again, the server's log says why.",
        icon=":material/error:",
    )
    return True

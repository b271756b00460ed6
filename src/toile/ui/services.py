"""The desk of whoever is at the screen. All desks of this server share one studio behind them."""

import streamlit as st

from toile import bootstrap
from toile.settings import Settings
from toile.ui import session
from toile.ui.waiting import WaitingRoom
from toile.workflow.desk import Desk, Desks


@st.cache_resource(show_spinner=False)
def desks() -> Desks:
    """Return the wired studio behind its desks; it is thread-safe and made once."""
    return bootstrap.desks(Settings())


@st.cache_resource(show_spinner=False)
def waiting_room() -> WaitingRoom:
    """Return where this server's files on their way out are waited for."""
    return WaitingRoom()


def studio() -> Desk:
    """Return the studio as the person at the screen may use it."""
    return desk_of(session.person())


def desk_of(login: str) -> Desk:
    """Return the desk of somebody by the login; raises ``NotAllowed`` for a stranger."""
    return desks().desk(login)


def painter_set() -> bool:
    """Say whether an image model was asked for here, whether or not it may paint."""
    return bool(Settings().painter)

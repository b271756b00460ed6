"""The way in: who is at the screen, and what a stranger sees instead of the studio.

A studio of one has no gate. Signing in is set up in Streamlit's secrets (``[auth]``), who may come
in by the list of people.
"""

import streamlit as st

from toile.domain.errors import NotAllowed, ToileError
from toile.settings import Settings
from toile.ui import services, session
from toile.ui.places import Page
from toile.ui.wording import plain
from toile.workflow.desk import Desk

# What a page needs: a person who can do none of it is not offered the page.
NEEDS: dict[Page, str] = {
    "studio": "board",
    "brief": "board",
    "looks": "looks.sheet",
    "casting": "candidates",
    "models": "owner.view",
    "guidelines": "guidelines",
    "verify": "verify",
    "people": "house.people",
    "shot": "board",
    "present": "board",
}


def enter() -> Desk | None:
    """Return the desk of the person, or draw what a stranger sees and return ``None``."""
    if session.signs_in() and not st.user.get("is_logged_in"):
        _asked_in()
        return None
    try:
        return _desk()
    except ToileError as error:
        _turned_away(error)
        return None


def offered(desk: Desk, page: Page) -> bool:
    """Say whether a page has anything for this person."""
    if page == "people" and alone():
        return False
    return page not in NEEDS or desk.can(NEEDS[page])


def alone() -> bool:
    """Say whether nobody is listed here: the studio is one person's own."""
    return Settings().people is None


def leave(desk: Desk) -> None:
    """Draw who is signed in and the way out, below all else in the side panel."""
    if session.signs_in():
        with st.sidebar:
            st.caption(f"Signed in as {plain(desk.person.name)}")
            if st.button("Sign out", icon=":material/logout:", type="tertiary", key="sign_out"):
                st.logout()


def _desk() -> Desk:
    if session.signs_in() and alone():
        raise NotAllowed(
            "People sign in here, but nobody is on the list yet.",
            hint="Set TOILE_PEOPLE to a file of people, brands and roles.",
        )
    return services.studio()


def _asked_in() -> None:
    with st.container(width=520, gap="medium"):
        st.space(48)
        st.header("Toile", anchor=False)
        st.markdown(
            "This studio knows its people by name. Sign in with the address you work under."
        )
        if st.button("Sign in", type="primary", icon=":material/login:", key="sign_in"):
            st.login()


def _turned_away(error: ToileError) -> None:
    with st.container(width=520, gap="medium"):
        st.space(48)
        st.header("Not yet", anchor=False)
        st.markdown(plain(f"{error.message} {error.hint}"))
        if session.signs_in():
            st.caption(
                f"Signed in as {plain(str(st.user.get('email') or 'somebody without an address'))}"
            )
            if st.button("Sign in as somebody else", icon=":material/logout:", key="sign_out"):
                st.logout()

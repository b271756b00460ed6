"""The way in by a review link, and what its page is given: nothing of the studio around it."""

from urllib.parse import urlsplit

import streamlit as st

from toile.domain.errors import ToileError
from toile.settings import Settings
from toile.ui import services, session
from toile.ui.components.layout import heading
from toile.ui.wording import plain
from toile.workflow.guests import Door, Visit

PAGE = "review"
TOKEN = "key"


def asked_for() -> bool:
    """Say whether the address is that of a review link."""
    path = urlsplit(st.context.url or "").path
    return path.rstrip("/").endswith(f"/{PAGE}")


def address(token: str, base: str) -> str:
    """Return the address that opens a link."""
    return f"{base.rstrip('/')}/{PAGE}?{TOKEN}={token}"


def base() -> str:
    """Return where people reach this studio: as it is set, else as this browser reaches it."""
    settings = Settings()
    if "url" in settings.model_fields_set:
        return settings.url
    here = urlsplit(st.context.url or "")
    return f"{here.scheme}://{here.netloc}" if here.netloc else ""


def visit() -> Visit | None:
    """Return who was let in by the link in the address, or draw the way in."""
    token = st.query_params.get(TOKEN, "")
    held = session.visit(token)
    return held if held is not None else _way_in(token)


def _way_in(token: str) -> Visit | None:
    guests, where = services.desks().guests, st.context.ip_address or ""
    try:
        door = guests.knock(token, visitor=where)
    except ToileError as error:
        st.header("This link is closed", anchor=False)
        st.markdown(plain(f"{error.message} {error.hint}"))
        return None
    answer = _form(door)
    if answer is None:
        return None
    name, password = answer
    try:
        let_in = guests.enter(token, name=name, visitor=where, password=password)
    except ToileError as error:
        st.warning(plain(f"{error.message} {error.hint}".strip()), icon=":material/lock:")
        return None
    session.let_in(token, let_in)
    st.rerun()


def _form(door: Door) -> tuple[str, str] | None:
    heading(f"{plain(door.by)} would like your opinion", plain(door.title))
    with st.form("way_in", border=False, width=440):
        name = st.text_input("Your name", max_chars=60, key="visitor_name")
        password = (
            st.text_input("Password", type="password", max_chars=200, key="visitor_password")
            if door.password
            else ""
        )
        st.caption("Drafts, for your eyes. Your name stands beside what you say.")
        return (name, password) if st.form_submit_button("Open", type="primary") else None

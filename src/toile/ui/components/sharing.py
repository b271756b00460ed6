"""The parts of the window for review links: the wish, the new address, the links there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from toile.ui import wording
from toile.ui.components.layout import ink, row
from toile.ui.wording import plain
from toile.workflow.share import LinkLine

_DAYS = {3: "3 days", 14: "Two weeks", 30: "A month", 90: "Three months"}


@dataclass(frozen=True)
class Wish:
    """The link that is wanted."""

    to: str
    days: int
    comments: bool
    password: str


@dataclass(frozen=True)
class Publication:
    """Pictures that somebody published."""

    shots: tuple[str, ...]
    where: str
    since: date


def publication(drawn: Mapping[str, str]) -> Publication | None:
    """Draw what is asked of a publication and return it when it is to be recorded."""
    st.markdown(
        "Toile does not publish. Say what is out and where: it is decided for publishing, counted "
        "where the licence counts, and the owner of the twin sees it."
    )
    with st.form("publication", border=False):
        shots = st.multiselect("Pictures", list(drawn), format_func=drawn.__getitem__)
        where = st.text_input("Where", placeholder="An address, a magazine", max_chars=300)
        since = st.date_input("Since")
        if st.form_submit_button("Record", type="primary") and shots:
            return Publication(tuple(shots), where, since)
    return None


def wish() -> Wish | None:
    """Draw what can be chosen and return it when the link is asked for."""
    st.markdown("Shows the pictures as they stand now, marked, and nothing of the studio.")
    with st.form("new_link", border=False):
        to = st.text_input("For whom", max_chars=120, key="link_to")
        days = st.segmented_control(
            "Open for",
            list(_DAYS),
            format_func=lambda one: ink(_DAYS[one]),
            default=14,
            required=True,
        )
        comments = st.toggle("They may comment and approve", value=True, key="link_comments")
        password = st.text_input(
            "Password, if you wish", type="password", max_chars=200, key="link_password"
        )
        if st.form_submit_button("Make the link", type="primary", icon=":material/link:"):
            return Wish(to, int(days or 14), comments, password)
    return None


def made(address: str, left_out: Sequence[str]) -> None:
    """Draw the new address, told this once."""
    st.markdown("**Copy it now**: it is told this once and kept nowhere.")
    st.code(address, language=None, wrap_lines=True)
    if left_out:
        st.caption("Left out: " + "  \n".join(map(plain, left_out)))


def listed(links: Sequence[LinkLine]) -> str | None:
    """Draw the links of the board and return one to close."""
    closed: str | None = None
    if links:
        st.subheader("Links", anchor=False)
    for line in links:
        with row(gap="small", wrap=False):
            locked = " :material/lock:" if line.password else ""
            st.markdown(
                f"**{plain(line.to or 'Anybody with the link')}**{locked}  \n"
                f":gray[{wording.number(line.pictures, 'picture')} · {line.state} · "
                f"{'until' if line.state == 'open' else 'was until'} {plain(line.until)}]",
                width="stretch",
            )
            if line.state == "open" and st.button("Take back", key=f"close_{line.id}", wrap=False):
                closed = line.id
    return closed

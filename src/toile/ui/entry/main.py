"""The frame around every page: name, logo, who may come in, navigation."""

import streamlit as st

from toile.ui import gate, reviewing
from toile.ui.places import HIDDEN, PAGES, SHOWN, STATIC, Page

st.set_page_config(
    page_title="Toile",
    page_icon=str(STATIC / "favicon.png"),
    layout="wide",
    initial_sidebar_state=380,
)
st.logo(str(STATIC / "logo.svg"), size="large")


def shut() -> None:
    """Draw nothing: the gate has said why."""


if reviewing.asked_for():
    # A visitor by a link has one page; nothing of the studio is registered beside it.
    review = st.Page(PAGES / "review.py", title="Review", url_path=reviewing.PAGE)
    st.navigation([st.Page(shut, title="Toile", default=True), review], position="hidden").run()
    st.stop()
desk = gate.enter()
if desk is None:
    st.navigation(
        [st.Page(shut, title="Toile", url_path="studio", default=True)], position="hidden"
    )
else:
    shown: list[Page] = [page for page in SHOWN if gate.offered(desk, page)]
    hidden: list[Page] = [page for page in HIDDEN if gate.offered(desk, page)]
    st.navigation(
        [
            *(
                st.Page(
                    PAGES / f"{page}.py",
                    title=page.capitalize(),
                    url_path=page,
                    default=page == shown[0],
                )
                for page in shown
            ),
            *(
                st.Page(
                    PAGES / f"{page}.py",
                    title=page.capitalize(),
                    url_path=page,
                    visibility="hidden",
                )
                for page in hidden
            ),
        ],
        position="top",
    ).run()
    gate.leave(desk)

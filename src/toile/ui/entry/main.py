"""The frame around every page: name, logo, who may come in, navigation."""

import streamlit as st

from toile.ui import addresses, gate, reviewing, toasts
from toile.ui.places import PAGES, STATIC

st.set_page_config(
    page_title="Toile",
    page_icon=str(STATIC / "favicon.png"),
    layout="wide",
    initial_sidebar_state=380,
)
st.logo(str(STATIC / "logo.svg"), size="large")

if reviewing.asked_for():
    # A visitor by a link has one page; nothing of the studio is registered beside it.
    review = st.Page(PAGES / "review.py", title="Review", url_path=reviewing.PAGE)
    st.navigation([addresses.bare(), review], position="hidden").run()
    toasts.show()
    st.stop()
desk = gate.enter()
if desk is None:
    st.navigation(addresses.shut(), position="hidden")
else:
    st.navigation(addresses.pages(desk), position="top").run()
    gate.leave(desk)
    toasts.show()

"""The frame around every page: name, logo, navigation."""

import streamlit as st

from toile.ui.places import HIDDEN, PAGES, SHOWN, STATIC

st.set_page_config(
    page_title="Toile",
    page_icon=str(STATIC / "favicon.png"),
    layout="wide",
    initial_sidebar_state=380,
)
st.logo(str(STATIC / "logo.svg"), size="large")
st.navigation(
    [
        *(
            st.Page(PAGES / f"{page}.py", title=page.capitalize(), url_path=page, default=first)
            for page, first in SHOWN.items()
        ),
        *(
            st.Page(
                PAGES / f"{page}.py", title=page.capitalize(), url_path=page, visibility="hidden"
            )
            for page in HIDDEN
        ),
    ],
    position="top",
).run()

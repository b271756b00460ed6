"""The frame around every page: name, logo, navigation."""

from pathlib import Path

import streamlit as st

HERE = Path(__file__).parent
PAGES = HERE / "pages"
STATIC = HERE / "static"

st.set_page_config(
    page_title="Toile",
    page_icon=str(STATIC / "favicon.png"),
    layout="wide",
    initial_sidebar_state=380,
)
st.logo(str(STATIC / "logo.svg"), size="large")
st.navigation(
    [
        st.Page(PAGES / "studio.py", title="Studio", url_path="studio", default=True),
        st.Page(PAGES / "brief.py", title="Brief", url_path="brief"),
        st.Page(PAGES / "casting.py", title="Casting", url_path="casting"),
        st.Page(PAGES / "models.py", title="Models", url_path="models"),
        st.Page(PAGES / "guidelines.py", title="Guidelines", url_path="guidelines"),
        st.Page(PAGES / "verify.py", title="Verify", url_path="verify"),
        st.Page(PAGES / "shot.py", title="Shot", url_path="shot", visibility="hidden"),
        st.Page(PAGES / "present.py", title="Present", url_path="present", visibility="hidden"),
    ],
    position="top",
).run()

"""What a board costs, on one card; shown to who asked and kept nowhere."""

from collections.abc import Sequence

import streamlit as st

from toile.ui.wording import plain


@st.dialog("What it costs", width="medium")
def fees(lines: Sequence[str]) -> None:
    """Draw a line a person; the last says what is not in it."""
    for line in lines[:-1]:
        st.markdown(plain(line))
    st.caption(plain(lines[-1]))

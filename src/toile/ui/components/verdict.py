"""What a found picture is: one sentence, then the checks."""

import streamlit as st

from toile.ui.components.layout import row
from toile.ui.links import picture_url
from toile.ui.wording import plain
from toile.workflow.verify import Verification


def verdict(found: Verification, viewer: str) -> None:
    """Draw the answer beside our own copy of the picture, and each check with what it found."""
    with row(gap="large", vertical_alignment="top"):
        if found.draft:
            st.image(picture_url(found.draft, "preview", viewer), width=210, alt="Our own copy")
        with st.container(width="stretch", gap="small"):
            st.subheader(found.sentence, anchor=False)
            if found.shot:
                st.markdown(
                    f"It is **{plain(found.shot)}, version {found.version}**, drawn on "
                    f"{found.drafted}. It is not a photograph."
                )
            if found.may:
                st.markdown(f"**What it may do today:** {plain(found.may)}")
            if found.certain:
                st.caption(found.certain)
    for step in found.steps:
        good = not any(word in step for word in ("missing", "broken", "No "))
        st.status(step, type="step", state="complete" if good else "error")

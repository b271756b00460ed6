"""Verify: is this picture one of ours, and what may it do today?"""

import streamlit as st

from toile.ui import services, session
from toile.ui.components.verdict import verdict
from toile.ui.trouble import told

session.show_address(session.write(shot=None))
with st.container(horizontal_alignment="center"), st.container(width=720, gap="medium"):
    st.header("Is this one of ours?", anchor=False)
    st.markdown("Drop any picture. It is checked here and not kept.")
    file = st.file_uploader(
        "Picture", type=["png", "jpg", "jpeg", "webp", "tif"], label_visibility="collapsed"
    )
    if file is not None:
        with told(), st.spinner("Reading the marks"):
            verdict(services.studio().verify(file.getvalue()), session.person())

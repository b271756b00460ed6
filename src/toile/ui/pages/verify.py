"""Verify: is this picture one of ours, and what may it do today?"""

import streamlit as st

from toile.ui import services, session
from toile.ui.components.verdict import verdict
from toile.ui.trouble import told

_KINDS = ["png", "jpg", "jpeg", "webp", "avif", "gif", "tif", "tiff", "bmp"]
_DOCUMENTS = ["pdf", "pptx", "docx", "xlsx", "zip", "tar"]

session.write(shot=None)
session.show_address()
with st.container(horizontal_alignment="center"), st.container(width=720, gap="medium"):
    st.header("Is this one of ours?", anchor=False)
    st.markdown(
        "Drop a picture, a screenshot, a PDF, a deck, a ZIP or a TAR. It is read here and not kept."
    )
    file = st.file_uploader(
        "File to check", type=[*_KINDS, *_DOCUMENTS], label_visibility="collapsed"
    )
    if file is not None:
        with told():
            with st.spinner("Reading the marks"):
                found = services.studio().verify(file.getvalue())
            verdict(found, session.person())

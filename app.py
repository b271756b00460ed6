"""Toile in the browser: ``streamlit run app.py``, or ``toile studio``."""

import streamlit as st

from toile.ui.places import SCRIPT
from toile.ui.server import ROUTES
from toile.ui.trouble import in_words
from toile.ui.worker import drawing

app = st.App(SCRIPT, routes=ROUTES, lifespan=drawing, on_script_error=in_words)

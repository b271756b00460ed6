"""The one studio that all pages of this server share."""

import streamlit as st

from toile import bootstrap
from toile.settings import Settings
from toile.workflow.studio import Studio


@st.cache_resource(show_spinner=False)
def studio() -> Studio:
    """Return the wired studio; it is thread-safe and made once."""
    return bootstrap.studio(Settings())

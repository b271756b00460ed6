"""The small window that asks once more before a licence stops."""

import streamlit as st

from toile.ui import services, session
from toile.ui.trouble import told
from toile.ui.wording import plain


@st.dialog("Stop a licence")
def ask(licence: str, *, pause: bool) -> None:
    """Say what stops, take a reason, and stop it."""
    what = "is paused" if pause else "is withdrawn for good"
    st.markdown(
        f"**{plain(licence)}** {what}, now. Running drafts stop and its pictures are locked away "
        "on every board. Everybody who exported one is named in the ledger."
    )
    reason = "" if pause else st.text_input("Reason, if you wish to give one", key="why_stopped")
    if st.button("Pause it" if pause else "Withdraw it", type="primary", key="stop_now"):
        with told():
            owner, by = services.studio().owner, session.person()
            if pause:
                owner.pause(licence, by=by)
            else:
                owner.revoke(licence, by=by, reason=reason)
            st.rerun()

"""Models: what a twin was used for, under which licence, and stopping it. The owner's view."""

import streamlit as st

from toile.ui import people, services, session
from toile.ui.components import owner as parts
from toile.ui.components.layout import heading
from toile.ui.trouble import told

studio = services.studio()
session.show_address(session.write(shot=None))
twins = {twin.id: twin for twin in studio.twins()}
if not twins:
    heading("Models", "Nobody is on file yet")
    st.markdown("A twin comes in with her own capture, licence and consent: `toile twins add`.")
    st.stop()

with st.sidebar:
    chosen = st.selectbox(
        "Whose page", list(twins), format_func=lambda one: twins[one].name, key="whose"
    )
    view = studio.owner.view(chosen)
    st.image(people.portrait(view.twin), width=150, alt=view.twin.name)
    parts.passport(view.twin)
heading(f"Only {view.twin.name.split()[0]} and {view.twin.agency} see this page", parts.TITLE)
parts.figures(view)
stop = parts.licences(view)
parts.ledger(view)
if stop is not None:

    @st.dialog("Withdraw a licence")
    def confirm(licence: str) -> None:
        st.markdown(
            f"**{licence}** stops now. Running drafts stop, its pictures are locked away on every "
            "board, and whoever exported one is told to take it down. It is recorded."
        )
        reason = st.text_input("Reason, if you wish to give one", key="why_withdrawn")
        if st.button("Withdraw it", type="primary", key="withdraw"):
            with told():
                studio.owner.revoke(licence, by=session.person(), reason=reason)
                st.rerun()

    confirm(stop)

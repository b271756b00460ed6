"""Models: what a twin was used for, what waits for her yes, and stopping it. The owner's view."""

import streamlit as st

from toile.ui import people, services, session, withdrawing
from toile.ui.components import owner as parts
from toile.ui.components.layout import heading
from toile.ui.trouble import told

studio, by = services.studio(), session.person()
session.write(shot=None)
session.show_address()
twins = {str(twin.id): twin for twin in studio.twins() if studio.allows("owner.view", twin.id)}
if not twins:
    heading("Models", "Nobody is on file yet")
    st.markdown("A twin comes in with her own capture, licence and consent.")
    st.stop()

with st.sidebar:
    chosen = st.selectbox(
        "Whose page",
        list(twins),
        index=people.busiest(tuple(twins)),
        format_func=lambda one: twins[one].name,
        key="whose",
    )
    view = studio.owner.view(chosen)
    st.image(people.portrait(view.twin), width=150, alt=view.twin.name)
    parts.passport(view.twin)
heading(f"For {view.twin.name.split()[0]} and {view.twin.agency}", parts.TITLE)
parts.figures(view)
answer = parts.waiting(view, people.thumbnail, people.asked_about)
stop = parts.licences(view)
parts.ledger(view)
if answer is not None:
    with told():
        studio.owner.answer(answer.draft, yes=answer.yes, by=by)
        st.rerun()
if stop is not None and stop.lift:
    with told():
        studio.owner.lift(stop.licence, by=by)
        st.rerun()
elif stop is not None:
    withdrawing.ask(stop.licence, pause=stop.pause)

"""People: who works here, in which roles, and what each role may do. For an admin."""

import streamlit as st

from toile.ui import services, session
from toile.ui.components import roster
from toile.ui.components.layout import heading
from toile.ui.trouble import told

session.write(shot=None)
session.show_address()
house = services.studio().house
with told():
    everybody = house.people()
    heading("The list of people", roster.title(everybody))
    roster.people(everybody)
    st.caption(
        "The list is the file that TOILE_PEOPLE names. It is read anew when it changes: somebody "
        "taken off it is out at the next click."
    )
    roster.roles(house.roles())

"""Shot room: one picture large, its versions beside it, what it is made of, what people say."""

import streamlit as st

from toile.ui import panels, services, session
from toile.ui.places import go
from toile.ui.stages import dock, room

held = session.read()
if held.board is None or held.shot is None:
    go("studio")
session.show_address(held)
now = panels.wall_of(services.studio().board(held.board or ""))
panel = now.board.panel(held.shot or "")
version = panel.version(held.version or panel.current)

room.side(now, panel, version)
room.header(now, panel)
left, middle, right = st.columns([0.85, 2.3, 1.75], gap="medium")
with left:
    room.versions(now, panel, version)
with middle:
    room.picture(now, panel, version)
with right:
    room.facts(now, panel, version)
dock.dock(now, working=now.busy(panel) is not None, about=[panel])

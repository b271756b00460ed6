"""Two versions of a shot against one another, with what changed and what stayed in words."""

import streamlit as st

from toile.domain.board import Panel, Version
from toile.domain.differences import differences, kept
from toile.ui import cards, services, wording
from toile.ui.cards import Wall
from toile.ui.components.layout import fact
from toile.ui.components.picture import Mode, Side, Stage, viewer

# Below the row that says against which version, and how.
_HEIGHT = "100dvh - 452px"
_HELD = ("garments", "pose", "light", "set", "framing")


def two(now: Wall, panel: Panel, before: Version, after: Version, mode: Mode) -> None:
    """Draw both pictures, the older first, and the words."""
    if before.number > after.number:
        before, after = after, before
    drawn = [now.picture(panel.id, v.number, "preview") is not None for v in (before, after)]
    if all(drawn):
        stage = Stage(ratio=cards.css_ratio(after.shot), mode=mode, height=_HEIGHT)
        viewer(side(now, panel, before), stage, key="compare", after=side(now, panel, after))
    else:
        missing = (before, after)[drawn.index(False)].number
        st.caption(f"Version {missing} is not drawn, so there is nothing to lay beside.")
    _words(before, after)


def side(now: Wall, panel: Panel, version: Version) -> Side:
    """Return one version as a side of the viewer."""
    url = now.picture(panel.id, version.number, "preview")
    title = f"{cards.title(version.shot)}, version {version.number}"
    return Side(url, f"Version {version.number}", title)


def _words(before: Version, after: Version) -> None:
    names = {str(twin.id): twin.name for twin in services.studio().twins()}
    found = differences(before, after, names)
    st.caption(f"From version {before.number} to version {after.number}")
    for one in found:
        fact(one.what, f"{wording.plain(one.was)} → **{wording.plain(one.now)}**")
    if not found:
        st.markdown("The same shot, drawn again.")
    if same := kept(before, after, _HELD):
        fact("As it was", wording.plain(", ".join(same)))

"""The share menu: a board as a file, made when the link is opened, and only by the release."""

import streamlit as st

from toile.domain.board import Board
from toile.ui import session, wording
from toile.ui.cards import Wall
from toile.ui.links import export_url

_FORMS = {
    "pdf": "Storyboard, PDF",
    "pptx": "Storyboard, PowerPoint",
    "xlsx": "Shot list, Excel",
    "csv": "Shot list, CSV",
    "zip": "Pictures with credentials, ZIP",
}


def share(board: Board, now: Wall) -> None:
    """Draw the menu; a small window then says what stays out and offers the file."""
    chosen = st.menu_button(
        "Share",
        list(_FORMS),
        format_func=_FORMS.__getitem__,
        icon=":material/ios_share:",
        key="share",
        wrap=False,
    )
    if chosen:
        _offer(board, now, chosen)


@st.dialog("Share")
def _offer(board: Board, now: Wall, form: str) -> None:
    st.markdown(
        f"**{_FORMS[form]}.** Rights are decided again for every picture before it leaves, and "
        "each carries its mark."
    )
    out = [panel for panel in board.panels if (panel.id, panel.current) not in now.drawn]
    if out:
        numbers = ", ".join(str(panel.now.shot.no) for panel in out)
        st.caption(
            f"{wording.capital(wording.number(len(out), 'shot'))} without a picture: {numbers}."
        )
    st.link_button(
        "Make and save",
        export_url(board.id, form, session.person()),
        type="primary",
        icon=":material/download:",
    )

"""The side panel: which board is open, and the talk about it."""

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from toile.domain.board import Board
from toile.ui import services, session
from toile.ui.components.conversation import conversation
from toile.ui.components.keys import keys
from toile.ui.components.layout import ink, row
from toile.ui.places import go
from toile.workflow.find_ways import Instead
from toile.workflow.values import BoardLine

_NEW = ""
_MOST = 12
_MANNERS: dict[session.Manner, tuple[str, str]] = {
    "plan": ("Plan", "every change is shown first and waits for your yes."),
    "assist": ("Assist", "small changes are made at once; long work and deletions wait."),
    "auto": ("Auto", "everything is done at once. Rights are decided just the same."),
}


def side_panel(board: Board | None, notes: Callable[[], None] | None = None) -> None:
    """Draw the boards on file, what a page adds, and the conversation."""
    with st.sidebar:
        with row(gap="small", horizontal_alignment="distribute", wrap=False):
            _switch(board)
            if board is not None and board.panels:
                _keys()
        if board is not None and board.panels:
            _manner()
        if notes:
            notes()
        asked = conversation(board.talk if board else (), _ways(board))
    if asked:
        session.write(asked_for=asked)


def _ways(board: Board | None) -> Sequence[Instead]:
    """Return what leads out of the refusal that was said last, where somebody was refused."""
    if board is None or len(board.talk) < 2 or board.talk[-1].kind != "refusal":
        return ()
    return services.studio().ways.instead(board, board.talk[-2].text)


def _keys() -> None:
    name = "Keys"
    if st.button(name, icon=":material/keyboard:", type="tertiary", key="keys", wrap=False):
        keys()


def _switch(board: Board | None) -> None:
    lines = services.studio().boards()
    if not lines:
        return
    titles = _titles(lines[:_MOST])
    chosen = st.menu_button(
        (board.title if board else "Boards")[:34],
        [*titles, _NEW],
        format_func=lambda key: titles.get(key, "New board"),
        icon=":material/dashboard:",
        type="tertiary",
        key="boards",
    )
    if chosen is None:
        return
    session.write(board=chosen or None, shot=None, version=None, proposal=None)
    go("studio")


def _manner() -> None:
    """Draw when a plan waits for a yes: the person's own setting, on every page."""
    held = session.read()
    chosen = st.segmented_control(
        "Before I work",
        list(_MANNERS),
        default=held.manner,
        required=True,
        format_func=lambda one: ink(_MANNERS[one][0]),
        help="  \n".join(f"**{name}**: {what}" for name, what in _MANNERS.values()),
        key="manner",
        persist_state="session",
    )
    if chosen is not None and chosen != held.manner:
        session.write(manner=chosen)


def _titles(lines: Sequence[BoardLine]) -> dict[str, str]:
    """Name boards so that two of one title can be told apart: newest first, then 2, 3, 4."""
    seen: Counter[str] = Counter()
    titles: dict[str, str] = {}
    for line in lines:
        seen[line.title] += 1
        again = f" ({seen[line.title]})" if seen[line.title] > 1 else ""
        titles[str(line.id)] = f"{line.title}{again}{' · demo' if line.demo else ''}"
    return titles

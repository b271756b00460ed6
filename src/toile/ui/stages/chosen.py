"""What can be done with several shots at once: draw, recolour, copy, delete."""

from collections.abc import Sequence

import streamlit as st

from toile.domain.board import Panel
from toile.domain.commands import Command, DeleteShots, DuplicateShot
from toile.ui import services, session, toasts, wording
from toile.ui.cards import Wall
from toile.ui.components.layout import row
from toile.ui.components.swatches import swatches
from toile.ui.stages.saying import do, draw, subject
from toile.ui.trouble import told


def bar(now: Wall, about: Sequence[Panel]) -> None:
    """Draw how many are chosen and what can be done with them."""
    ids = tuple(str(panel.id) for panel in about)
    with st.container(border=True, key="chosen"), row(gap="small"):
        st.markdown(f"**{wording.capital(wording.number(len(about), 'shot'))} chosen**")
        if _act("Draw", "brush", "draw_chosen"):
            _draw(now, about)
        if _act("Swap a colour", "palette", "recolour_chosen"):
            swap(now.board.id, ids)
        if _act("Duplicate", "content_copy", "copy_chosen"):
            _do(now, f"Duplicate {subject(about).lower()}", _copies(ids))
        if _act("Delete", "delete", "delete_chosen"):
            _do(now, f"Delete {subject(about).lower()}", (DeleteShots(shots=ids),))
        if _act("Clear", "close", "clear_chosen"):
            session.write(picked=frozenset())
            st.rerun()


@st.dialog("Swap a colour", width="medium")
def swap(board_id: str, shots: tuple[str, ...], garment: str = "") -> None:
    """Choose a piece and its new colour, for all shots that have it."""
    studio = services.studio()
    with told():
        board = studio.board(board_id)
        kinds: dict[str, int] = {}
        for shot in shots:
            for piece in studio.looks.pieces(board, shot, board.panel(shot).current):
                if not piece.plain:
                    kinds[piece.id] = kinds.get(piece.id, 0) + 1
        if not kinds:
            st.markdown("No garment is named in these shots, so there is no colour to swap.")
            return
        kind = st.selectbox(
            "Which piece",
            list(kinds),
            index=list(kinds).index(garment) if garment in kinds else 0,
            format_func=lambda one: (
                f"{wording.capital(one.replace('_', ' '))}, in {wording.number(kinds[one], 'shot')}"
            ),
            key="swap_piece",
        )
        colour = swatches(studio.looks.palette(board), studio.looks.names(board))
        if colour is not None:
            commands = studio.looks.recolour(board, shots, kind, colour)
            if not commands:
                st.caption("It has that colour already.")
                return
            message = f"{wording.capital(kind.replace('_', ' '))} in {colour}"
            session.write(proposal=studio.plan(board, message, commands), picked=frozenset())
            st.rerun()


def _act(label: str, icon: str, key: str) -> bool:
    return st.button(label, key=key, icon=f":material/{icon}:", type="tertiary", wrap=False)


def _do(now: Wall, message: str, commands: Sequence[Command]) -> None:
    session.write(picked=frozenset())
    do(now, message, commands)


def _copies(ids: Sequence[str]) -> tuple[Command, ...]:
    # From the last to the first, so that each copy lands right behind its own shot.
    return tuple(DuplicateShot(shot=shot, new_id=f"{shot}-copy") for shot in reversed(ids))


def _draw(now: Wall, about: Sequence[Panel]) -> None:
    allowed = tuple(str(p.id) for p in about if now.standings[p.id].allowed)
    session.write(picked=frozenset())
    if allowed:
        draw(now.board, allowed)
    toasts.toast("None of these may be drawn yet; Why says what is missing.")

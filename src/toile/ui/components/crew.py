"""The crew of a board, as names to fill in: they stand on every sheet that leaves."""

import streamlit as st

from toile.domain.board import Board, Credit

ROLES = ("Photography", "Styling", "Hair", "Make-up", "Set design", "Production")


def crew(board: Board) -> tuple[Credit, ...] | None:
    """Draw a line a role and return the crew when it is to be kept."""
    named = {credit.role.casefold(): credit for credit in board.credits}
    others = [one for one in board.credits if one.role.casefold() not in _FOLDED]
    with st.expander("Crew credits", icon=":material/groups:"), st.form("crew", border=False):
        kept = [_line(role, named.get(role.casefold())) for role in ROLES]
        if st.form_submit_button("Keep the names", icon=":material/check:"):
            return (*kept, *others)
    return None


_FOLDED = {role.casefold() for role in ROLES}


def _line(role: str, credit: Credit | None) -> Credit:
    left, right = st.columns(2)
    name = left.text_input(role, credit.name if credit else "", max_chars=120, key=f"crew_{role}")
    contact = right.text_input(
        "Phone", credit.contact if credit else "", max_chars=120, key=f"phone_{role}"
    )
    return Credit(role=role, name=name, contact=contact)

"""Looks for stylists: the pieces of one look, and the line sheet of looks by shots."""

from collections.abc import Mapping, Sequence

import streamlit as st

from toile.domain.line_sheet import LineSheet
from toile.domain.wardrobe import Piece
from toile.ui.components.layout import row
from toile.ui.components.swatches import chip
from toile.ui.wording import capital, plain

# Pixels of a column that holds one dot: a dozen shots fit beside the names.
_DOT = 44


def pieces(worn: Sequence[Piece]) -> str | None:
    """Draw the pieces from the outside in, and return the kind whose colour is to change."""
    taken: str | None = None
    for number, piece in enumerate(worn):
        with st.container(border=True), row(gap="small", wrap=False):
            st.image(chip(piece.colour.code), width=38, alt=f"Swatch {piece.colour.code}")
            words = ", ".join(word for word in (piece.cut, piece.length, piece.cloth) if word)
            st.markdown(
                f"**{plain(capital(piece.said))}** · {_place(piece)}  \n{plain(capital(words))}  \n"
                f"{plain(capital(str(piece.colour)))}, {plain(piece.colour.code)}",
                width="stretch",
            )
            if not piece.plain and st.button(
                "Colour", key=f"colour_{piece.id}_{number}", type="tertiary", wrap=False
            ):
                taken = piece.id
    return taken


def line_sheet(sheet: LineSheet, numbers: Mapping[str, int]) -> None:
    """Draw looks by shots as a table; a dot where a look is in a shot."""
    columns = sorted(numbers.values())
    st.dataframe(
        [
            {
                "Look": look.name,
                "People": ", ".join(look.people) or "Nobody yet",
                "Worn": capital(", ".join(look.garments)) or "Not named yet",
                **{str(no): "●" if no in _in(look.shots, numbers) else "" for no in columns},
            }
            for look in sheet.looks
        ],
        column_config={str(no): st.column_config.TextColumn(width=_DOT) for no in columns},
        hide_index=True,
        key="line_sheet",
    )


def mismatches(sheet: LineSheet) -> None:
    """Draw where one look is not the same twice, or that nothing was found."""
    if not sheet.mismatches:
        st.caption("Continuity: no look is worn two ways.")
    for one in sheet.mismatches:
        st.warning(plain(one.say), icon=":material/checkroom:")


def _place(piece: Piece) -> str:
    return "Not named: drawn in plain toile" if piece.plain else piece.place


def _in(shots: Sequence[str], numbers: Mapping[str, int]) -> set[int]:
    return {numbers[shot] for shot in shots}

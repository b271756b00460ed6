"""What is worn, garment by garment, with the colour it is drawn in."""

from collections.abc import Sequence

import streamlit as st

from toile.domain.looks import GarmentSpec
from toile.ui.components.layout import row
from toile.ui.wording import capital, plain


def worn(garments: Sequence[GarmentSpec]) -> None:
    """Draw the garments from the outside in, a swatch beside each."""
    for garment in sorted(garments, key=lambda one: -one.layer):
        with st.container(border=True), row(gap="small", wrap=False):
            colour = garment.fabric.colour
            st.image(_swatch(colour), width=38, alt=f"Swatch {colour}")
            name = garment.said or garment.id.replace("_", " ")
            st.markdown(
                f"**{plain(capital(name))}**  \n"
                f":small[:gray[{plain(capital(garment.fabric.id.replace('_', ' ')))}, {colour}]]",
                width="stretch",
            )


def _swatch(colour: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="38" height="38">'
        f'<rect width="38" height="38" rx="3" fill="{colour}"/></svg>'
    )

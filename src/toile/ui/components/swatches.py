"""Colours to choose from: the brand's own first, with the page of the book; then all by name."""

from collections.abc import Sequence

import streamlit as st

from toile.ui.components.layout import row
from toile.ui.wording import capital, plain
from toile.workflow.look_book import Swatch


def swatches(brand: Sequence[Swatch], names: Sequence[Swatch]) -> str | None:
    """Draw the colours and return the one taken, as words a garment can be described with."""
    taken: str | None = None
    if brand:
        source = brand[0].source
        st.caption(f"The brand's palette, {source}" if source else "The brand's palette")
        for swatch in brand:
            if _swatch(swatch, f"brand_{swatch.colour.code}"):
                # The code is what the book means; the name beside it is what people read.
                taken = f"{swatch.colour.name} {swatch.colour.code}"
    choice = st.selectbox(
        "Or a colour by name",
        [swatch.colour.name for swatch in names],
        index=None,
        placeholder="Choose a colour",
        key="colour_name",
    )
    if st.button("Use it", key="use_colour", type="primary", disabled=choice is None):
        taken = choice
    return taken


def chip(code: str, size: int = 38) -> str:
    """Return a square of a colour as SVG."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}">'
        f'<rect width="{size}" height="{size}" rx="3" fill="{code}" '
        'stroke="#8884" stroke-width="1"/></svg>'
    )


def _swatch(swatch: Swatch, key: str) -> bool:
    colour = swatch.colour
    with row(gap="small", wrap=False):
        st.image(chip(colour.code, 28), width=28, alt=f"Swatch {colour.code}")
        st.markdown(f"{plain(capital(str(colour)))} :gray[{colour.code}]", width="stretch")
        return st.button("Use", key=f"use_{key}", type="tertiary", wrap=False)

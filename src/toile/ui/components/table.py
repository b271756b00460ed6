"""The shot list as a table: the keyboard-native twin of the wall."""

from typing import Any

import streamlit as st


def shot_table(rows: list[dict[str, Any]]) -> None:
    """Draw the professional columns, pictures first."""
    st.dataframe(
        rows,
        column_config={
            "Shot": st.column_config.NumberColumn(width="small"),
            "Picture": st.column_config.ImageColumn(width="small"),
            "Title": st.column_config.TextColumn(width="medium"),
        },
        row_height=64,
        height="content" if len(rows) <= 12 else 820,
        hide_index=True,
        key="shot_table",
    )

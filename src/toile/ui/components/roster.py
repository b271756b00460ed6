"""The people of a house as a table, and what each role may do as another."""

from collections.abc import Mapping, Sequence

import streamlit as st

from toile.domain.people import EVERY, Person, Role
from toile.ui import wording


def title(everybody: Sequence[Person]) -> str:
    """Say how many work here."""
    return f"{wording.capital(wording.number(len(everybody), 'person', 'people'))} at this studio"


def people(everybody: Sequence[Person]) -> None:
    """Draw one row a person: name, sign-in, roles, and where the roles reach."""
    st.dataframe(
        [
            {
                "Name": one.name,
                "Signs in as": one.id,
                "Roles": ", ".join(map(wording.capital, one.roles)),
                "Brands": _reach(one.brands, "All brands"),
                "Twins": _reach(one.twins, "All twins"),
            }
            for one in everybody
        ],
        hide_index=True,
        height="content",
        key="roster",
    )


def roles(held: Mapping[str, frozenset[Role]]) -> None:
    """Draw what may be done, a dot for each role that may."""
    st.subheader("What each role may do", anchor=False)
    st.caption("A role counts in the person's own brands; the owner's, on the owner's own twins.")
    st.dataframe(
        [
            {
                "May": wording.capital(says),
                **{wording.capital(role): "●" if role in may else "" for role in Role},
            }
            for says, may in held.items()
        ],
        hide_index=True,
        height=420,
        key="roles",
    )


def _reach(names: Sequence[str], every: str) -> str:
    return every if EVERY in names else ", ".join(map(wording.brand, names))

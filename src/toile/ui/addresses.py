"""Which page an address opens for whom: every address that somebody may type leads somewhere.

Streamlit knows its first page by the bare address alone, and what is not registered it answers by
a window of its own in a developer's words.
"""

from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import urlsplit

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from toile.ui import gate
from toile.ui.components.layout import heading
from toile.ui.places import HIDDEN, PAGES, SHOWN, Page, go
from toile.workflow.desk import Desk

# The bare address of the first page; no place is called so.
_HOME = "home"


def pages(desk: Desk) -> list[StreamlitPage]:
    """Return the pages of a person; what is not hers or is nowhere says so under its address."""
    offered = [page for page in (*SHOWN, *HIDDEN) if gate.offered(desk, page)]
    first = offered[0]
    return [
        _page(first, url_path=_HOME, default=True),
        *(_page(page, url_path=page, shown=page in SHOWN) for page in offered[1:]),
        _said(first, partial(_lead_to, first)),
        *(
            _said(page, partial(_not_hers, page, first))
            for page in (*SHOWN, *HIDDEN)
            if page not in offered
        ),
        *(_said(path, partial(_nowhere, first)) for path in _unknown()),
    ]


def shut() -> list[StreamlitPage]:
    """Return the same addresses with nothing behind them: the gate has said why."""
    return [bare(), *(_said(path, _nothing) for path in (*SHOWN, *HIDDEN, *_unknown()))]


def bare() -> StreamlitPage:
    """Return an empty page for the bare address, which Streamlit must have."""
    return _said(_HOME, _nothing, default=True)


def _page(page: Page, *, url_path: str, default: bool = False, shown: bool = True) -> StreamlitPage:
    return st.Page(
        PAGES / f"{page}.py",
        title=page.capitalize(),
        url_path=url_path,
        default=default,
        visibility="visible" if shown else "hidden",
    )


def _said(path: str, draw: Callable[[], None], *, default: bool = False) -> StreamlitPage:
    return st.Page(draw, title="Toile", url_path=path, default=default, visibility="hidden")


def _unknown() -> Iterator[str]:
    """Yield what this browser was asked to open, if that is no page of ours."""
    path = urlsplit(st.context.url or "").path.strip("/").rpartition("/")[2]
    if path and path not in {_HOME, *SHOWN, *HIDDEN}:
        yield path


def _nothing() -> None:
    """Draw nothing."""


def _lead_to(first: Page) -> None:
    """Go on to the first page, at the board that the address names."""
    st.switch_page(str(PAGES / f"{first}.py"), query_params=st.query_params.to_dict())


def _not_hers(page: Page, first: Page) -> None:
    over = page.capitalize()
    if page == "people" and gate.alone():
        said = "Whoever opens this studio may do everything in it. A list is set by TOILE_PEOPLE."
        _instead(over, "There is no list of people", said, first)
    else:
        said = "Your role in this studio does not include it. Its admin can change that."
        _instead(over, "This page is for other roles", said, first)


def _nowhere(first: Page) -> None:
    _instead("Toile", "Nothing is here", "The address may be mistyped, or old.", first)


def _instead(over: str, title: str, said: str, first: Page) -> None:
    """Say in place of a page why it is not there, and lead back."""
    with st.container(width=520, gap="medium"):
        st.space(48)
        heading(over, title)
        st.markdown(said)
        if st.button(f"Go to {first.capitalize()}", type="primary", key="instead"):
            go(first)

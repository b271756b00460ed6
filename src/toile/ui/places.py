"""Where the pages lie, and going from one to another."""

from importlib.resources import files
from pathlib import Path
from typing import Literal, NoReturn, get_args

import streamlit as st

from toile.ui import session

Page = Literal[
    "studio",
    "brief",
    "looks",
    "casting",
    "models",
    "guidelines",
    "verify",
    "people",
    "shot",
    "present",
]
_HERE = Path(str(files("toile.ui")))
SCRIPT = _HERE / "entry" / "main.py"
PAGES = _HERE / "pages"
STATIC = _HERE / "static"
HIDDEN: tuple[Page, ...] = ("shot", "present")
SHOWN: tuple[Page, ...] = tuple(page for page in get_args(Page) if page not in HIDDEN)


def go(page: Page) -> NoReturn:
    """Leave this page for another."""
    st.switch_page(str(PAGES / f"{page}.py"), query_params=session.address(shot=page in HIDDEN))

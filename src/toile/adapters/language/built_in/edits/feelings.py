"""How a picture shall feel: no field says so, and the answer offers by what it could.

The words are ``data/language/feelings.psv``, the offers ``feelings.yaml``.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.small_tables import said_of


def offer(page: Page) -> str | None:
    """Return by what a picture could come to feel as a message wishes, or ``None``."""
    found = said_of(page, "feelings")
    if found is None:
        return None
    return offered(found.name, told=any(token.text.isdecimal() for token in page.tokens))


def offered(feeling: str, *, told: bool) -> str:
    """Return by what a feeling could be had; ``told`` says that the shot is named already."""
    one = offers()[feeling]
    *ways, last = one["ways"]
    where = "" if told else ", and in which shot"
    return f"{one['lead']}: {', '.join(ways)} or {last}. Which{where}?"


@cache
def offers() -> dict[str, dict[str, Any]]:
    """Return the lead and the ways of each feeling."""
    path = files("toile") / "data" / "language" / "feelings.yaml"
    told: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["offers"]
    return told

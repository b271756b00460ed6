"""Export, share, present, help: what is asked of the studio, and where it is done.

The words are ``data/language/studio.psv``, the answers ``studio.yaml``.
"""

from functools import cache
from importlib.resources import files

import yaml

from toile.adapters.language.built_in.edits.message.denied import is_denied
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.small_tables import said_of


def way_of_studio(page: Page) -> str | None:
    """Return where something is done that the chat does not do itself, or ``None``."""
    if is_denied(page, 0, len(page.tokens)):
        return None
    found = said_of(page, "studio")
    return _ways()[found.name] if found else None


@cache
def _ways() -> dict[str, str]:
    path = files("toile") / "data" / "language" / "studio.yaml"
    ways: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))["ways"]
    return ways

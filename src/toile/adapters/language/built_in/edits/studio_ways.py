"""Export, share, present, help: what is asked of the studio, and where it is done.

The words are ``data/language/studio.psv``, the answers ``studio.yaml``.
"""

from functools import cache
from importlib.resources import files

import yaml

from toile.adapters.language.built_in.text.lexicon import listed
from toile.adapters.language.built_in.text.page import Page


def way_of_studio(page: Page) -> str | None:
    """Return where something is done that the chat does not do itself, or ``None``."""
    spans = (
        span
        for language in dict.fromkeys(("en", *page.languages))
        for place in range(len(page.tokens))
        for span in listed(language, "studio").at(page.tokens, place)
    )
    longest = max(spans, key=lambda span: span.end - span.start, default=None)
    return _ways()[longest.name] if longest else None


@cache
def _ways() -> dict[str, str]:
    path = files("toile") / "data" / "language" / "studio.yaml"
    ways: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))["ways"]
    return ways

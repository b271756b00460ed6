"""Words for a person that stand for nobody: "il faut faire la 3 plus large" widens no man."""

from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.adapters.language.built_in.text.word_groups import Stretch


def of_somebody(page: Page, parts: list[Stretch]) -> list[Stretch]:
    """Return the stretches that are no subject of a verb that nobody does."""
    nobody = word_set("alterations.impersonal")
    return [p for p in parts if f"{page.form(p[0])}_{page.form(p[0] + 1)}" not in nobody]

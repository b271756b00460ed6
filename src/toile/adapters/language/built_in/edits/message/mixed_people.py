"""One person made of two: "Nora's face with Ines's body"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.brief import Flag


def mixed(page: Page, clause: Clause, people: frozenset[str]) -> Flag | None:
    """Return a flag where the face of one person is to stand on the body of another."""
    heads = _owners(page, clause, people, word_set("refusals.face") | word_set("refusals.head"))
    bodies = _owners(page, clause, people, word_set("refusals.body"))
    if not (heads and bodies) or heads == bodies:
        return None
    return Flag(
        code="FEATURE_ALTERATION",
        action="refuse",
        quote=page.words(clause.start, clause.end),
        why="Toile does not change the features of a face.",
    )


def _owners(page: Page, clause: Clause, people: frozenset[str], parts: frozenset[str]) -> set[str]:
    """Return who is named as the owner of a part: "Nora's face", "le visage de Nora"."""
    found: set[str] = set()
    for place in range(clause.start, clause.end):
        if page.form(place) not in parts:
            continue
        ahead = page.form(place - 1)
        owners = {ahead, ahead.removesuffix("s")}
        if page.form(place + 1) in word_set("people.of") | {"d"}:
            owners.add(page.form(place + 2))
        found |= owners & people
    return found

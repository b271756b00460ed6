"""Stretches that complete the one before: "kill the neon, overcast instead"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def dropped_for(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "kill the neon" is followed by the light that comes in its place."""
    acts = page.spans(before.start, before.end, "act")
    goes = bool(acts) and acts[-1].name == "delete"
    only = {s.name for s in page.spans(piece.start, piece.end, "act")} <= {"set", "replace"}
    old = page.has(acts[-1].end, before.end, "light") if goes else False
    return old and only and page.has(piece.start, piece.end, "light")


def turns(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "not the jumper" is followed by what comes in its place."""
    if page.form(before.start) not in word_set("wearing.not") or page.has(
        before.start, before.end, "act", "rel"
    ):
        return False
    thing = any(m.fields & {"garments", "props"} for m in before.mentions)
    new = page.has(piece.start, piece.end, "g", "h", "b", "j", "p") or any(
        m.fields & {"garments", "props"} for m in piece.mentions
    )
    return thing and new and not page.has(piece.start, piece.end, "act")

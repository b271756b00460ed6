"""Somebody who is called after a twin and is none: "Tom's sister", "la sœur de Tom"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page

_OWN = ("'s", "’s")


def kin_named(page: Page, clause: Clause) -> str:
    """Return the words for whoever of a clause is only kin of somebody here; else nothing."""
    for one in clause.mentions:
        if one.fields != {"talent"}:
            continue
        behind = page.text[page.tokens[one.end - 1].end :][:2] in _OWN
        if behind and page.form(one.end) in word_set("kin.words") and not _tells(page, one.end + 1):
            return page.words(one.start, one.end + 1)
        kin = page.form(one.start - 2) in word_set("kin.words") and not _tells(page, one.end)
        if kin and page.form(one.start - 1) in word_set("people.of"):
            return page.words(one.start - 2, one.end)
    return ""


def _tells(page: Page, place: int) -> bool:
    """Whether "Nora's sister called", "la sœur de Nora a appelé" only talks of her."""
    said = {page.form(place), page.form(place + 1)}
    return not said.isdisjoint(word_set("kin.tells") | word_set("minors.opines"))

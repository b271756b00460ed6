"""Shots that are told by nothing but who is in them: "put Tom in with Ada", Ada being in three."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def is_only_somebody(target: Target) -> bool:
    """Whether several shots are meant by a name alone, which does not say in which of them."""
    several = target.how == "description" and len(target.shots) > 1 and not target.plural
    by_name = bool(target.used) and all(m.fields == {"talent"} for m in target.used)
    return several and by_name


def spared_person(page: Page, clause: Clause) -> str:
    """Return who alone is to stay in "everybody out but Nora"; empty where nobody is spared."""
    acts = {s.name for s in page.spans(clause.start, clause.end, "act")}
    every = word_set("everybody.words")
    start = next((p for p in range(clause.start, clause.end) if page.form(p) in every), None)
    if start is None or not acts & _TAKES_OUT:
        return ""
    for mention in clause.mentions:
        lead = mention.start - 1
        span = page.span_at(lead, "ref")
        spares = span is not None and span.name == "except"
        spares = spares or page.form(lead) in word_set("exceptions.but")
        if mention.fields == {"talent"} and lead > start and spares:
            return mention.values[0]
    return ""


_TAKES_OUT = frozenset(("delete", "remove"))

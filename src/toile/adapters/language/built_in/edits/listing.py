"""Joining the halves of one order that a sign or an "and" parts: "swap 2 and 3"."""

from dataclasses import replace

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.contents import has_target
from toile.adapters.language.built_in.edits.message.going_on import counts_on
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def merged(first: Clause, second: Clause) -> Clause:
    return replace(
        first,
        end=second.end,
        mentions=[*first.mentions, *second.mentions],
        ratios=[*first.ratios, *second.ratios],
    )


def with_lists(page: Page, clauses: list[Clause]) -> list[Clause]:
    """Join "swap 2 and 3", "before ... and after", where the second half has no verb of its own."""
    found: list[Clause] = []
    for clause in clauses:
        if found and _needs_more(page, found[-1]):
            found[-1] = merged(found[-1], clause)
        else:
            found.append(clause)
    return found


def _is_one_thing(clause: Clause) -> bool:
    """Whether "switch the jumper" ends behind one thing, and still lacks what it is for."""
    thing = clause.mentions[0]
    return thing.end == clause.end and thing.fields <= {"garments", "props", "set", "pose"}


def _needs_more(page: Page, clause: Clause) -> bool:
    acts = [s.name for s in page.spans(clause.start, clause.end, "act")]
    if acts == ["move"] and counts_on(page, clause):
        return True
    if (
        acts == ["duplicate"]
        and page.has(clause.start, clause.end, "f")
        and not has_target(page, clause)
    ):
        return True
    if acts == ["swap"] and len(clause.mentions) == 1 and _is_one_thing(clause):
        verb = page.first(clause.end + 1, "act") is not None
        return page.form(clause.end) in word_set("naming.and") and not verb
    if set(acts) - {"set"} == {"swap"} and not any(m.fields for m in clause.mentions):
        digits = sum(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
        words = len(page.spans(clause.start, clause.end, "n", "ord"))
        told = [s for s in page.spans(clause.start, clause.end, "ref") if s.name != "this"]
        return digits + words < 2 and not told
    return False

"""Stretches that say no more than beside which shot another goes: "campfire before the kitchen"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.talk import named_in
from toile.adapters.language.built_in.edits.shots.positions import position
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page


def names_beside(page: Page, clause: Clause, acts: list[str]) -> bool:
    """Whether "campfire before the kitchen" says no more than beside which shot one goes."""
    span = position(page, clause)
    if span is None or span.name not in ("before", "after") or set(acts) - {"move", "set"}:
        return False
    said = {p for m in clause.mentions for p in range(m.start, m.end)}
    said |= {p for n in named_in(page, clause.start, clause.end) for p in range(n.start, n.end)}
    said |= set(range(span.start, span.end))
    verbs = page.spans(clause.start, clause.end, "act")
    said |= {p for s in verbs for p in range(s.start, s.end)}
    both = any(p < span.start for p in said) and any(p >= span.end for p in said)
    return both and all(p in said or _is_small(page, p) for p in range(clause.start, clause.end))


def are_people_beside(page: Page, clause: Clause) -> bool:
    """Whether "Amara next to Malik" places somebody in a picture, and no shot in the list."""
    span = position(page, clause)
    who = [m for m in clause.mentions if m.fields == {"talent"}]
    if span is None:
        return False
    return any(m.end == span.start for m in who) and any(m.start == span.end for m in who)


def _is_small(page: Page, place: int) -> bool:
    form = page.form(place)
    small = word_set("naming.articles") | word_set("joining.asking") | word_set("contents.polite")
    inside = form in word_set("naming.in") or page.first(place, "noun", "ord", "n") is not None
    return form in small or inside or not page.tokens[place].is_word


def names_people(page: Page, clause: Clause) -> bool:
    """Whether a stretch names people and none of their shots: "Petra", not "Petra's shots"."""
    named = bool(clause.mentions) and all("talent" in m.fields for m in clause.mentions)
    return named and not names_pictures(page, clause)


def names_pictures(page: Page, clause: Clause) -> bool:
    """Whether a stretch speaks of pictures: "the beach shots", "both", "las de la playa"."""
    if page.has(clause.start, clause.end, "noun", "kind", "framing", "n"):
        return True
    ends = tuple(word_set("beside.pictures"))
    return any(page.form(p).endswith(ends) for p in range(clause.start, clause.end))

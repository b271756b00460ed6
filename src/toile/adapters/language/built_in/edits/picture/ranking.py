"""How much a shot matters, step by step: "lower the priority of 5, raise 2"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SetField
from toile.domain.shots import Priority, ShotList

_RANKS: tuple[Priority, ...] = ("could", "should", "must")
_RANK = ("priority",)


def priority_step(page: Page, clause: Clause, out: Outcome) -> int:
    """Return 1 for "raise the priority", -1 for "lower the priority", else 0.

    Behind a step of priority, "raise 2" is one more of them.
    """
    named = any(s.name == "priority" for s in page.spans(clause.start, clause.end, "f"))
    if not named and not (out.last_fields == _RANK and opens_with_a_step(page, clause)):
        return 0
    words = {page.form(p) for p in range(clause.start, clause.end)}
    up, down = words & word_set("fields.raise"), words & word_set("fields.lower")
    return bool(up) - bool(down)


def opens_with_a_step(page: Page, clause: Clause) -> bool:
    """Whether a stretch begins with "raise", "lower" and names no more than shots behind it."""
    steps = word_set("fields.raise") | word_set("fields.lower")
    numbered = any(page.tokens[p].text.isdecimal() for p in range(clause.start, clause.end))
    return page.form(clause.start) in steps and numbered and clause.end - clause.start < _BRIEF


_BRIEF = 6


def goes_on_ranking(page: Page, before: Clause, piece: Clause) -> bool:
    """Whether "raise 2" follows a step of priority and stands for itself."""
    ranks = any(s.name == "priority" for s in page.spans(before.start, before.end, "f"))
    return ranks and opens_with_a_step(page, piece)


def rank(out: Outcome, base: ShotList, shots: tuple[str, ...], by: int) -> bool:
    """Move the priority of shots up or down by a step."""
    for shot in (base.shot(i) for i in shots):
        place = _RANKS.index(shot.priority) + by
        if 0 <= place < len(_RANKS):
            out.do(SetField(shots=(shot.id,), field="priority", value=_RANKS[place]))
        else:
            out.already.append(f"Shot {shot.no} is {shot.priority} already.")
    out.last, out.last_fields = shots, _RANK
    return True

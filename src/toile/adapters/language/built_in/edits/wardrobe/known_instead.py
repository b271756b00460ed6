"""A thing of another shot that comes instead: "the straw hat instead of the cup in 2"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.page import Page

_THINGS = frozenset(("garments", "props"))


def read_known_instead(
    page: Page, clause: Clause, out: Outcome, target: Target, old: Mention
) -> bool:
    """Put a thing that the board knows in the place of one; return whether a clause asks for it."""
    things = [m for m in items.objects(clause, target) if m.fields <= _THINGS]
    others = [m for m in things if m.start != old.start]
    if old not in things or len(others) != 1:
        return False
    goes = tuple(e for e in old.entries if e.shot in target.shots)
    values = set(others[0].values)
    between = range(min(old.end, others[0].end), max(old.start, others[0].start))
    told = any(s.name == "replace" for s in page.spans(clause.start, clause.end, "act"))
    there = {e.shot for e in goes} & set(others[0].shots)
    if not goes or there or len(values) != 1 or not told or not between:
        return False
    for command in items.replace_all(goes, others[0].values[0]):
        out.do(command)
    out.last = tuple(dict.fromkeys(e.shot for e in goes))
    return True

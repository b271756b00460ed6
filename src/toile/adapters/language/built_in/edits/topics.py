"""What a message speaks of, for a next sentence that names no shot."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.text.page import Page


def note_topic(page: Page, clause: Clause, out: Outcome) -> None:
    """Remember the shots that a clause names, for a next sentence that names none."""
    alike = next(iter(page.spans(clause.start + 1, clause.end, "sim")), None)
    if alike is not None:  # "3 is too similar to 2": the talk is of 3.
        clause = clause.until(alike.start)
    target = places.resolve_loose(page, clause, out.context.shots, out)
    bare = target.how == "description" and not page.has(clause.start, clause.end, "noun", "ref")
    if out.commands and bare:  # "3 with a hat, window light, closer": the talk is still of 3.
        return
    if target.shots and target.how in ("number", "description", "ordinal"):
        known = tuple(i for i in target.shots if i in out.last)  # "Number 4: bikini visible".
        out.last = known if known and target.how == "description" else target.shots

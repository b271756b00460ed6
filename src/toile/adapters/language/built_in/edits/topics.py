"""What a message speaks of, for a next sentence that names no shot."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots import places
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
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
    if _is_of_somebody(page, clause, target):
        return
    if target.shots and target.how in ("number", "description", "ordinal"):
        known = tuple(i for i in target.shots if i in out.last)  # "Number 4: bikini visible".
        out.last = known if known and target.how == "description" else target.shots


def _is_of_somebody(page: Page, clause: Clause, target: Target) -> bool:
    """Whether somebody in several shots is spoken of, and none of them: "Ada laughing, Tom ..."."""
    fields = [m.fields for m in target.used]
    named = {"talent"} in fields and all(own <= _TOLD_OF_HER for own in fields)
    scopes = {s.name for s in page.spans(clause.start, clause.end, "ref")}
    told = page.has(clause.start, clause.end, "noun") or bool(scopes & {"all", "both", "those"})
    return target.how == "description" and len(target.shots) > 1 and named and not told


_TOLD_OF_HER = {"talent", "pose", "props", "garments"}

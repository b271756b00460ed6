"""A shape that is wished beside the one there is: "4 in 9:16 too, keep the square one"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.atoms import has_shape
from toile.adapters.language.built_in.text.lexicon import FOR_EDITS, LANGUAGES, lexicon, word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import DuplicateShot, SetField
from toile.domain.editing import free_id


def keeps_old_shape(page: Page, clause: Clause, out: Outcome) -> bool:
    """Copy the shots whose shape was just changed, if the clause keeps the shape they have."""
    done = out.commands[-1] if out.commands else None
    if not isinstance(done, SetField) or done.field != "aspect":
        return False
    shapes = _shapes(page, clause)
    before = [out.context.shots.shot(i) for i in done.shots if _is_there(out, i)]
    kept = before and all(any(has_shape(shot, one) for one in shapes) for shot in before)
    # "4 to 9:16, keep the square" leaves another shot alone; "too" or "one" speaks of this.
    said = any(page.form(p) in word_set("kept_beside.both") for p in range(clause.end))
    if not kept or not said or done.value in shapes:
        return False
    out.commands.pop()
    out.shots = out.rebuilt()
    for shot in before:
        new_id = free_id(out.shots, f"{shot.id}-copy")
        out.do(DuplicateShot(shot=shot.id, new_id=new_id, changes={"aspect": done.value}))
        out.last = (new_id,)
    return True


def _is_there(out: Outcome, shot_id: str) -> bool:
    return any(shot.id == shot_id for shot in out.context.shots.shots)


def _shapes(page: Page, clause: Clause) -> set[str]:
    """Return the shapes a clause says, in words that name shots, too."""
    spoken = tuple(name for name in LANGUAGES if name in {"en", *page.languages})
    known = lexicon(spoken, FOR_EDITS)
    spans = (s for p in range(clause.start, clause.end) for s in known.at(page.tokens, p))
    return {s.name for s in spans if s.kind == "aspect"} | {r.value for r in clause.ratios}

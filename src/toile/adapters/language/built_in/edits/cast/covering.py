"""One person takes over what another had: "Jonah is ill, Aiko takes over his solo shots"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems, ReplaceItem
from toile.domain.shots import ShotList

_NAMED = ("number", "description", "ordinal")


def cover(
    page: Page, clause: Clause, out: Outcome, base: ShotList, new: str, target: Target
) -> bool:
    """Put ``new`` in the place of the person spoken of before; alone where "solo" is said."""
    old = _spoken_of(page, clause, base, new)
    if old is None:
        return False
    within = target.shots if target.how in _NAMED else tuple(s.id for s in base.shots)
    there = [base.shot(i) for i in within if old in base.shot(i).talent]
    if any(s.name == "only" for s in page.spans(clause.start, clause.end, "ref")):
        there = [shot for shot in there if len(shot.talent) == 1]
    if not there:
        return False
    joined = tuple(s.id for s in there if new not in s.talent)
    doubled = tuple(s.id for s in there if new in s.talent)
    if joined:
        out.do(ReplaceItem(shots=joined, field="talent", old=old, new=new))
    if doubled:
        out.do(RemoveItems(shots=doubled, field="talent", items=(old,)))
    out.last = (*joined, *doubled)
    return True


def _spoken_of(page: Page, clause: Clause, base: ShotList, new: str) -> str | None:
    """Return the other person of the message: the last one named up to the clause's end."""
    known = {name.casefold(): name for shot in base.shots for name in shot.talent}
    for place in range(clause.end - 1, -1, -1):
        name = known.get(page.tokens[place].text.casefold().removesuffix("'s").removesuffix("’s"))
        if name and name != new and page.form(place) not in word_set("people.with"):
            return name
    return None

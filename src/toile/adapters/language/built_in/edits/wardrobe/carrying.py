"""A garment that is carried and not worn: "hat in her hand", "il cappello in mano"."""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.denied import is_denied
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import AddItems, RemoveItems
from toile.domain.shots import Shot, ShotList

_LONGEST = 3


def read_carried(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Take a garment from among those worn to the things in the picture."""
    hand = _hand(page, clause)
    if hand is None or not target.shots or {"delete", "replace"} & set(acts):
        return False
    if is_denied(page, clause.start, hand):
        out.kept.append("That stays as it is.")
        return True
    worn = [m for m in clause.mentions if "garments" in m.fields and m.end <= hand]
    if len(worn) > 1:
        return False
    shots = [base.shot(i) for i in target.shots]
    done = [_carry(out, shot, worn[0]) for shot in shots] if worn else []
    if not any(done):
        return _bring(page, clause, out, target, hand)
    out.last = target.shots
    return True


def _hand(page: Page, clause: Clause) -> int | None:
    """Return where "in her hand", "à la main" begins."""
    for place in range(clause.start + 1, clause.end):
        for long in range(2, _LONGEST + 1):
            end = min(place + long, clause.end)
            said = "_".join(page.form(p) for p in range(place, end))
            if said in word_set("carrying.in_hand"):
                return place
    return None


def _carry(out: Outcome, shot: Shot, thing: Mention) -> bool:
    value = next(
        (e.value for e in thing.entries if e.shot == shot.id and e.field == "garments"), ""
    )
    if not value:
        return False
    out.do(RemoveItems(shots=(shot.id,), field="garments", items=(value,)))
    return out.do(AddItems(shots=(shot.id,), field="props", items=(value,)))


def _bring(page: Page, clause: Clause, out: Outcome, target: Target, hand: int) -> bool:
    """Put a garment that nobody wears yet among the things in the picture."""
    worn = page.spans(clause.start, hand, "g", "h", "b", "j")
    garment = next((s for s in worn if s.end <= hand), None)
    if garment is None or page.form(hand - 1) in word_set("naming.not"):
        return False
    verbs = page.spans(clause.start, garment.start, "act")
    start = verbs[-1].end if verbs else clause.start
    found = items.new_item(page, Clause(start, hand), start, target)
    if found is None:
        return False
    out.last = target.shots
    return out.do(items.add(target.shots, "props", found[0]))

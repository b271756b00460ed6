"""How many are in a picture, told without a name: "no model in 3", "both of them in the last"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import SetField
from toile.domain.shots import ShotList

_TOLD = ("number", "description", "ordinal", "all", "rest", "before", "spoken of")


def read_head_count(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Read who is in the shots meant, where nobody or both are; return whether it was said."""
    if target.how not in _TOLD or not target.shots or _is_elsewhere(page, clause):
        return False
    if _nobody(page, clause, acts):
        return _cast(out, base, target.shots, ())
    both = _both(page, clause, acts)
    people = tuple(dict.fromkeys(name for shot in base.shots for name in shot.talent))
    if not both or len(people) < 2:
        return False
    if len(people) > 2:
        out.asks.append(f"Which two: {', '.join(people)}?")
        return True
    return _cast(out, base, target.shots, people)


def _is_elsewhere(page: Page, clause: Clause) -> bool:
    """Whether "no people in the background" is about passers-by."""
    return any(s.name == "set" for s in page.spans(clause.start, clause.end, "f"))


def _nobody(page: Page, clause: Clause, acts: list[str]) -> bool:
    """Whether "no model", "nobody", "lose the model" leaves the picture without people."""
    for place in range(clause.start, clause.end):
        alone = place + 1 >= clause.end or page.form(place + 1) in word_set("naming.in")
        if page.form(place) in word_set("head_count.nobody") and alone:
            return True
        model = page.span_at(place, "f")
        if model is None or model.name != "talent":
            continue
        lead = {page.form(place - 1), page.form(place - 2)}
        behind = page.form(model.end) in word_set("head_count.other")
        if lead & word_set("things.without") and not behind:
            return True
        if "delete" in acts and not {"replace", "add"} & set(acts) and not behind:
            return bool(lead & word_set("naming.articles"))
    return False


def _both(page: Page, clause: Clause, acts: list[str]) -> bool:
    """Whether "both of them", "both girls", "the two of them" names everybody."""
    if {"delete", "swap", "replace", "keep"} & set(acts):
        return False
    for place in range(clause.start, clause.end - 1):
        if page.form(place) not in word_set("head_count.both"):
            continue
        after = [page.form(place + 1), page.form(place + 2), page.form(place + 3)]
        if after[0] in word_set("head_count.people") or (
            after[0] == "of" and word_set("head_count.people") & set(after)
        ):
            return not page.has(clause.start, clause.end, *_SAID)
    return False


_SAID = ("pose", "expr", "g", "h", "j", "b", "light", "framing", "angle", "rel")


def _cast(out: Outcome, base: ShotList, shots: tuple[str, ...], people: tuple[str, ...]) -> bool:
    changed = tuple(i for i in shots if base.shot(i).talent != people)
    out.last = shots
    if not changed:
        out.already.append("It is cast so already.")
        return True
    return out.do(SetField(shots=changed, field="talent", value=people))

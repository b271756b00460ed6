"""Shoes that go without being named: "Ada barefoot on the pier", "in der 3 barfuß"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.worn_places import is_worn_on
from toile.adapters.language.built_in.edits.shots.places import resolve_loose, which
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems
from toile.domain.shots import Shot, ShotList


def read_barefoot(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str]
) -> bool:
    """Take the shoes out where somebody shall be barefoot; ask where that may be several shots."""
    said = {p for p in range(clause.start, clause.end) if _is_barefoot(page, p)}
    told = (m for m in clause.mentions if "pose" in m.fields)
    posed = any(set(range(m.start, m.end)) & said for m in told)
    denied = page.has(clause.start, clause.end, "neg")
    if not said or posed or denied or set(acts) - {"set", "move"}:
        return False
    target = resolve_loose(page, clause, base, out)
    shod = tuple(i for i in target.shots if _shoes(base.shot(i)))
    if not shod:
        bare = target.how in ("number", "ordinal") and target.shots
        numbers = ", ".join(str(base.shot(i).no) for i in target.shots)
        if bare:
            out.already.append(f"Nobody wears shoes in shot {numbers}.")
        return bool(bare)
    if len(shod) > 1 and target.how == "description" and not target.plural:
        out.asks.append(which(base, shod))
        return True
    for shot_id in shod:
        shoes = _shoes(base.shot(shot_id))
        out.do(RemoveItems(shots=(shot_id,), field="garments", items=shoes))
    out.last = shod
    return not page.has(clause.start, clause.end, "rel", "light", "framing", "angle", "pose")


def _is_barefoot(page: Page, place: int) -> bool:
    naked = page.form(place) in word_set("barefoot.naked")
    feet = page.form(place - 1) in word_set("barefoot.feet")
    return page.form(place) in word_set("barefoot.words") or (naked and feet)


def _shoes(shot: Shot) -> tuple[str, ...]:
    return tuple(value for value in shot.garments if is_worn_on("worn.feet", value))

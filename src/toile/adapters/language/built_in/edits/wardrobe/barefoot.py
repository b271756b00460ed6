"""Shoes that go without being named: "Ada barefoot on the pier", "in der 3 barfuß"."""

from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.message.worn_places import is_worn_on
from toile.adapters.language.built_in.edits.shots.places import resolve_loose, which
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.commands import RemoveItems, SetField
from toile.domain.shots import Shot, ShotList


def read_barefoot(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str]
) -> bool:
    """Take the shoes out where somebody shall be barefoot; ask where that may be several shots."""
    said = {p for p in range(clause.start, clause.end) if _is_barefoot(page, p)}
    told = (m for m in clause.mentions if "pose" in m.fields)
    posed = any(set(range(m.start, m.end)) & said for m in told)
    denied = page.has(clause.start, clause.end, "neg")
    # "Sandals in her hand, barefoot" brings something and takes off the shoes.
    if not said or posed or denied or set(acts) - {"set", "move", "add"}:
        return False
    target = resolve_loose(page, clause, base, out)
    named = target.how in ("number", "ordinal")
    bare = target.shots if named else tuple(i for i in target.shots if _shoes(base.shot(i)))
    if not bare:
        return False
    if len(bare) > 1 and target.how == "description" and not target.plural:
        out.asks.append(which(base, bare))
        return True
    for shot_id in bare:
        _bare(base.shot(shot_id), out)
    out.last = bare
    return not page.has(clause.start, clause.end, *_BESIDE, *(_NAMED if named else ()))


# What else a clause may tell of a shot, and of one that it names by its number.
_BESIDE = ("rel", "light", "framing", "angle", "pose")
_NAMED = ("s", "set", "g", "h", "b", "j", "p")


def _bare(shot: Shot, out: Outcome) -> None:
    """Take the shoes out, and note it: where no shoes are named, plain ones would be drawn."""
    if shoes := _shoes(shot):
        out.do(RemoveItems(shots=(shot.id,), field="garments", items=shoes))
    if _NOTE in _notes(shot):
        if not shoes:
            out.already.append(f"Shot {shot.no} is barefoot already.")
        return
    note = "; ".join(filter(None, (shot.notes, _NOTE)))
    out.do(SetField(shots=(shot.id,), field="notes", value=note))


_NOTE = "barefoot"


def shoes_on(out: Outcome) -> None:
    """Drop the note of bare feet where a message puts shoes on; no other shot is touched."""
    before = {shot.id: shot.garments for shot in out.context.shots.shots}
    for shot in out.shots.shots:
        dressed = shot.garments != before.get(shot.id, ()) and _shoes(shot)
        if dressed and _NOTE in _notes(shot):
            notes = [note for note in _notes(shot) if note != _NOTE]
            out.do(SetField(shots=(shot.id,), field="notes", value="; ".join(notes) or None))


def _notes(shot: Shot) -> list[str]:
    return (shot.notes or "").split("; ")


def _is_barefoot(page: Page, place: int) -> bool:
    naked = page.form(place) in word_set("barefoot.naked")
    feet = page.form(place - 1) in word_set("barefoot.feet")
    return page.form(place) in word_set("barefoot.words") or (naked and feet)


def _shoes(shot: Shot) -> tuple[str, ...]:
    return tuple(value for value in shot.garments if is_worn_on("worn.feet", value))

"""What somebody takes off: "take the sunglasses off Noor", "togli gli occhiali a Marco".

The thing goes where she wears it, and never the person; where she does not, that is said.
"""

from toile.adapters.language.built_in.edits.message.board_words import Mention
from toile.adapters.language.built_in.edits.message.clause import Clause
from toile.adapters.language.built_in.edits.message.entries import Entry
from toile.adapters.language.built_in.edits.message.outcome import Outcome
from toile.adapters.language.built_in.edits.shots.target_kinds import Target
from toile.adapters.language.built_in.edits.wardrobe import items
from toile.adapters.language.built_in.edits.wardrobe.parts_of_things import read_part
from toile.adapters.language.built_in.text.lexicon import word_set
from toile.adapters.language.built_in.text.page import Page
from toile.domain.shots import ShotList

_WORN = ("g", "h", "b", "j", "p")
_OTHERWISE = frozenset(("replace", "add", "swap"))
_WHERE = ("number", "ordinal", "all", "rest")


def read_taken_off(
    page: Page, clause: Clause, out: Outcome, base: ShotList, acts: list[str], target: Target
) -> bool:
    """Take a thing off the person that a clause names; return whether it asks for that."""
    if "delete" not in acts or _OTHERWISE & set(acts):
        return False
    if read_part(page, clause, out, target):
        return True
    if page.has(clause.start, clause.end, "noun", "framing", "pose"):
        return False
    name, things = _who(page, clause, out, base, target), _things(clause, target)
    nouns = page.spans(clause.start, clause.end, *_WORN)
    if not name or not (things or nouns):
        return False
    entries = _worn(base, name, things, target)
    for command in items.remove(entries):
        out.do(command)
    out.last = tuple(dict.fromkeys(e.shot for e in entries)) or _hers(base, name) or out.last
    if not entries:
        named = things[0] if things else nouns[0]
        where = ", ".join(str(base.shot(i).no) for i in target.shots)
        shots = f" in shot {where}" if where and target.how in _WHERE else ""
        out.cannot.append(f"{name} has no {page.words(named.start, named.end)}{shots}.")
    return True


def _who(page: Page, clause: Clause, out: Outcome, base: ShotList, target: Target) -> str:
    """Return the one person who is named beside a thing: not "Noor and the hat"."""
    known = items.names(base, out.context.twins)
    owned = {p for m in clause.mentions if m.fields != {"talent"} for p in range(m.start, m.end)}
    named = [
        p
        for p in range(clause.start, clause.end)
        if page.form(p) in known and p not in owned and _is_told(p, target)
    ]
    inside = range(clause.start, clause.end)
    listed = any(
        page.form(p + step) in word_set("naming.and") and p + step in inside
        for p in named
        for step in (-1, 1)
    )
    people = {known[page.form(p)] for p in named}
    return people.pop() if len(people) == 1 and not listed else ""


def _is_told(place: int, target: Target) -> bool:
    """Whether a name is said of its own, and not inside words that name a shot."""
    described = any(m.start <= place < m.end for m in target.used)
    return described or place not in target.places


def _hers(base: ShotList, name: str) -> tuple[str, ...]:
    """Return the one shot that somebody is in; empty where there are more."""
    shots = tuple(shot.id for shot in base.shots if name in shot.talent)
    return shots if len(shots) == 1 else ()


def _things(clause: Clause, target: Target) -> list[Mention]:
    return [m for m in clause.mentions if m.fields & {"garments", "props"} and m not in target.used]


def _worn(base: ShotList, name: str, things: list[Mention], target: Target) -> tuple[Entry, ...]:
    """Return the things named where the person has them: in the shots told, else in all of hers."""
    return tuple(
        entry
        for thing in things
        for entry in thing.of("garments", "props").entries
        if name in base.shot(entry.shot).talent
        and (target.how not in _WHERE or entry.shot in target.shots)
    )
